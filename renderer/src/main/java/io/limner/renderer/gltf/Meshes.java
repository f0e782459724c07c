package io.limner.renderer.gltf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;

/** The triangles of a file's scene, in its world frame, in the order of the scene. */
final class Meshes {
    /** Most vertices of a head. */
    static final int MOST_VERTICES = 500_000;

    private static final int MOST_TARGETS = 512;
    private static final int MOST_NODES = 10_000;
    private static final int TRIANGLES = 4;
    private static final int NO_MATERIAL = -1;
    /** Farther from the origin nothing of a head can be, metres. */
    private static final double FARTHEST = 100;

    private final GltfFile file;
    private final Faults faults;
    private final Accessors accessors;
    private final List<Part> parts = new ArrayList<>();
    private int vertices;

    /**
     * A primitive.
     *
     * @param material its name
     * @param positions metres, 3 a vertex
     * @param uv 2 a vertex
     * @param indices 3 a triangle
     * @param targets displacement by the target's name, metres, 3 a vertex
     */
    record Part(String material, double[] positions, float[] uv, int[] indices, Map<String, double[]> targets) {}

    private record Visit(int node, Matrix4d parent) {}

    private Meshes(GltfFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.accessors = new Accessors(file, faults);
    }

    static List<Part> of(GltfFile file, Faults faults) {
        Meshes meshes = new Meshes(file, faults);
        meshes.walk();
        faults.throwIfAny();
        return meshes.parts;
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
        float[] local = accessors.vectors(attributes.get("POSITION"), "VEC3");
        int count = local.length / 3;
        vertices += count;
        if (vertices > MOST_VERTICES) {
            throw faults.fatal(
                    primitive.path(), "makes " + vertices + " vertices; at most " + MOST_VERTICES + " are read");
        }
        float[] uv = attributes.get("TEXCOORD_0").exists()
                ? accessors.vectors(attributes.get("TEXCOORD_0"), "VEC2")
                : new float[2 * count];
        if (uv.length != 2 * count) {
            throw faults.fatal(attributes.path() + ".TEXCOORD_0", "must be as many as positions");
        }
        int[] indices =
                primitive.get("indices").exists() ? accessors.indices(primitive.get("indices"), count) : rising(count);
        if (indices.length % 3 != 0) {
            throw faults.fatal(primitive.path(), "has " + indices.length + " corners, which make no triangles");
        }
        Map<String, double[]> targets = new LinkedHashMap<>();
        List<Json> all = primitive.get("targets").items();
        if (all.size() > MOST_TARGETS) {
            throw faults.fatal(
                    primitive.path() + ".targets", "are " + all.size() + "; at most " + MOST_TARGETS + " are read");
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("POSITION").exists()) {
                float[] delta = accessors.vectors(all.get(i).get("POSITION"), "VEC3");
                if (delta.length != local.length) {
                    throw faults.fatal(all.get(i).path(), "must be as many as positions");
                }
                targets.put(i < names.size() ? names.get(i) : "target " + i, transformed(delta, world, 0));
            }
        }
        double[] positions = transformed(local, world, 1);
        for (double value : positions) {
            if (!(Math.abs(value) < FARTHEST)) {
                throw faults.fatal(primitive.path(), "has a vertex more than " + (int) FARTHEST + " m from the origin");
            }
        }
        return new Part(material(primitive), positions, uv, indices, targets);
    }

    private String material(Json primitive) {
        int index =
                primitive.get("material").exists() ? primitive.get("material").whole(Integer.MAX_VALUE) : NO_MATERIAL;
        if (index == NO_MATERIAL) {
            throw faults.fatal(primitive.path() + ".material", "is missing: materials tell what is skin, what an eye");
        }
        return file.root().get("materials").get(index).get("name").text();
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
