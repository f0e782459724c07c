package io.limner.renderer.gltf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;

/** The triangles of a file's scene, in its world frame, in the order of the scene. */
final class Meshes {
    /** Most vertices of a head. */
    static final int MOST_VERTICES = 500_000;

    /** Most corners of triangles. */
    private static final int MOST_CORNERS = 3_000_000;
    /** Most displacements: vertices times morphs that are used. */
    private static final long MOST_MORPHED = 6_000_000;

    private static final int MOST_TARGETS = 512;
    private static final int MOST_SETS = 15;
    private static final int MOST_NODES = 10_000;
    private static final int TRIANGLES = 4;
    private static final int NO_MATERIAL = -1;
    /** Farther from the origin nothing of a head can be, metres. */
    private static final double FARTHEST = 100;

    private final GltfFile file;
    private final Faults faults;
    private final Accessors accessors;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> wanted;
    private int vertices;
    private int corners;
    private long morphed;

    /**
     * A primitive.
     *
     * @param material as the file has it; it has a name
     * @param positions metres, 3 a vertex
     * @param uv of the base colour, 2 a vertex; empty if there are none
     * @param indices 3 a triangle, counter-clockwise from outside
     * @param mirrored whether the second and third corners of triangles were swapped for that
     * @param targets those that are wanted: displacement by the target's name, metres, 3 a vertex
     */
    record Part(
            Json material,
            double[] positions,
            float[] uv,
            int[] indices,
            boolean mirrored,
            Map<String, double[]> targets) {

        /** The name of its material. */
        String name() {
            return material.get("name").text();
        }
    }

    private record Visit(int node, Matrix4d parent) {}

    private Meshes(GltfFile file, Set<String> wanted, Faults faults) {
        this.file = file;
        this.wanted = wanted;
        this.faults = faults;
        this.accessors = new Accessors(file, faults);
    }

    /** @param wanted names of the morph targets that are used; others are not read */
    static List<Part> of(GltfFile file, Set<String> wanted, Faults faults) {
        Meshes meshes = new Meshes(file, wanted, faults);
        meshes.walk();
        faults.throwIfAny();
        return meshes.parts;
    }

    /** Refuses so many displacements of vertices, {@code elements}, before memory is taken for them. */
    static void checkMorphs(long elements, String where, Faults faults) {
        if (elements > MOST_MORPHED) {
            throw faults.fatal(
                    where,
                    "make " + elements + " displacements, vertices times morphs; at most " + MOST_MORPHED
                            + " are read: use fewer morphs or a coarser mesh");
        }
    }

    private void walk() {
        Json root = file.root();
        List<Json> nodes = root.get("nodes").items();
        if (nodes.size() > MOST_NODES) {
            throw faults.fatal("nodes", "are " + nodes.size() + "; at most " + MOST_NODES + " are read");
        }
        Json scene = root.get("scenes").get(root.get("scene").whole(0, Integer.MAX_VALUE));
        Deque<Visit> open = new ArrayDeque<>();
        boolean[] seen = new boolean[nodes.size()];
        queue(scene.get("nodes"), new Matrix4d(), open, seen);
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            Json node = nodes.get(visit.node);
            Matrix4d world = transform(node).mulLocal(visit.parent);
            if (node.get("mesh").exists()) {
                mesh(node, world);
            }
            queue(node.get("children"), world, open, seen);
        }
    }

    /** Nodes form trees: one that is met twice is in a circle, or has two parents. */
    private void queue(Json children, Matrix4d parent, Deque<Visit> open, boolean[] seen) {
        List<Json> items = children.items();
        for (int i = items.size() - 1; i >= 0; i--) {
            int node = items.get(i).whole(Integer.MAX_VALUE);
            if (node >= seen.length) {
                throw faults.fatal(items.get(i).path(), "is node " + node + ", and there are " + seen.length);
            }
            if (seen[node]) {
                throw faults.fatal(
                        items.get(i).path(), "is node " + node + ", which is its own ancestor or has two parents");
            }
            seen[node] = true;
            open.push(new Visit(node, parent));
        }
    }

    private Matrix4d transform(Json node) {
        if (node.get("matrix").exists()) {
            double[] m = node.get("matrix").numbers(16);
            return new Matrix4d().set(m);
        }
        double[] t = node.get("translation").exists() ? node.get("translation").numbers(3) : new double[3];
        double[] r = node.get("rotation").exists() ? node.get("rotation").numbers(4) : new double[] {0, 0, 0, 1};
        double[] s = node.get("scale").exists() ? node.get("scale").numbers(3) : new double[] {1, 1, 1};
        return new Matrix4d()
                .translationRotateScale(new Vector3d(t), new Quaterniond(r[0], r[1], r[2], r[3]), new Vector3d(s));
    }

    private void mesh(Json node, Matrix4d world) {
        if (node.get("skin").exists()) {
            faults.add(node.path() + ".skin", "bones are not read; apply the armature before you export");
            return;
        }
        Json mesh = file.root().get("meshes").get(node.get("mesh").whole(Integer.MAX_VALUE));
        List<String> names = new ArrayList<>();
        mesh.get("extras").get("targetNames").items().forEach(name -> names.add(name.text()));
        for (Json primitive : mesh.get("primitives").items()) {
            parts.add(part(primitive, names, world));
        }
    }

    private Part part(Json primitive, List<String> names, Matrix4d world) {
        if (primitive.get("mode").whole(TRIANGLES, Integer.MAX_VALUE) != TRIANGLES) {
            throw faults.fatal(primitive.path() + ".mode", "must be 4: triangles");
        }
        Json attributes = primitive.get("attributes");
        if (!attributes.get("POSITION").exists()) {
            throw faults.fatal(attributes.path() + ".POSITION", "is missing");
        }
        int count = accessors.count(attributes.get("POSITION"));
        vertices += count;
        if (vertices > MOST_VERTICES) {
            throw faults.fatal(
                    primitive.path(), "makes " + vertices + " vertices; at most " + MOST_VERTICES + " are read");
        }
        float[] local = accessors.vectors(attributes.get("POSITION"), "VEC3", count);
        Json material = material(primitive);
        Json base = material.get("pbrMetallicRoughness").get("baseColorTexture");
        Json set = attributes.get("TEXCOORD_" + base.get("texCoord").whole(0, MOST_SETS));
        float[] uv = set.exists() ? accessors.vectors(set, "VEC2", count) : new float[0];
        corners += primitive.get("indices").exists() ? accessors.count(primitive.get("indices")) : count;
        if (corners > MOST_CORNERS) {
            throw faults.fatal(
                    primitive.path(), "makes " + corners + " corners; at most " + MOST_CORNERS + " are read");
        }
        int[] indices =
                primitive.get("indices").exists() ? accessors.indices(primitive.get("indices"), count) : rising(count);
        if (indices.length % 3 != 0) {
            throw faults.fatal(primitive.path(), "has " + indices.length + " corners, which make no triangles");
        }
        boolean mirrored = world.determinant3x3() < 0;
        for (int i = 0; mirrored && i < indices.length; i += 3) {
            int second = indices[i + 1];
            indices[i + 1] = indices[i + 2];
            indices[i + 2] = second;
        }
        double[] positions = transformed(local, world, 1);
        for (double value : positions) {
            if (!(Math.abs(value) < FARTHEST)) {
                throw faults.fatal(primitive.path(), "has a vertex more than " + (int) FARTHEST + " m from the origin");
            }
        }
        return new Part(material, positions, uv, indices, mirrored, targets(primitive, names, count, world));
    }

    /** The targets that are wanted, by name. */
    private Map<String, double[]> targets(Json primitive, List<String> names, int count, Matrix4d world) {
        Map<String, double[]> targets = new LinkedHashMap<>();
        List<Json> all = primitive.get("targets").items();
        if (all.size() > MOST_TARGETS) {
            throw faults.fatal(
                    primitive.path() + ".targets", "are " + all.size() + "; at most " + MOST_TARGETS + " are read");
        }
        for (int i = 0; i < all.size(); i++) {
            String name = i < names.size() ? names.get(i) : "target " + i;
            Json delta = all.get(i).get("POSITION");
            if (delta.exists() && wanted.contains(name)) {
                morphed += count;
                checkMorphs(morphed, primitive.path() + ".targets", faults);
                targets.put(name, transformed(accessors.vectors(delta, "VEC3", count), world, 0));
            }
        }
        return targets;
    }

    private Json material(Json primitive) {
        int index =
                primitive.get("material").exists() ? primitive.get("material").whole(Integer.MAX_VALUE) : NO_MATERIAL;
        if (index == NO_MATERIAL) {
            throw faults.fatal(primitive.path() + ".material", "is missing: materials tell what is skin, what an eye");
        }
        Json material = file.root().get("materials").get(index);
        material.get("name").text(); // Or that is the fault.
        return material;
    }

    private static int[] rising(int count) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }

    /** @param w 1 for points, 0 for displacements */
    private static double[] transformed(float[] local, Matrix4d world, double w) {
        double[] out = new double[local.length];
        for (int i = 0; i < local.length; i += 3) {
            double x = local[i];
            double y = local[i + 1];
            double z = local[i + 2];
            out[i] = world.m00() * x + world.m10() * y + world.m20() * z + world.m30() * w;
            out[i + 1] = world.m01() * x + world.m11() * y + world.m21() * z + world.m31() * w;
            out[i + 2] = world.m02() * x + world.m12() * y + world.m22() * z + world.m32() * w;
        }
        return out;
    }
}
