package io.limner.renderer.gltf;

import io.limner.renderer.asset.AssetException;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.head.UserHead;
import io.limner.renderer.head.UserHead.Eyeball;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.spec.AssetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a glTF file and the one beside it to a head. */
public final class GltfHead {
    private static final double METRE = 1000;
    /** What is drawn as skin, and may have a colour of its own. */
    private static final Set<Sidecar.Region> SKIN = EnumSet.of(
            Sidecar.Region.SKIN,
            Sidecar.Region.NOSE,
            Sidecar.Region.EAR,
            Sidecar.Region.NECK,
            Sidecar.Region.UPPER_LIP,
            Sidecar.Region.LOWER_LIP);
    /** What tells the tone of it. */
    private static final Set<Sidecar.Region> FACE = EnumSet.of(Sidecar.Region.SKIN, Sidecar.Region.NOSE);

    private final Faults faults;
    private final Sidecar sidecar;
    private final List<Meshes.Part> parts;
    /** By material: first triangle, count, and 1 where corners were swapped. */
    private final Map<String, List<int[]>> runs = new HashMap<>();

    private int vertices;
    private int triangles;

    private GltfHead(Faults faults, Sidecar sidecar, List<Meshes.Part> parts) {
        this.faults = faults;
        this.sidecar = sidecar;
        this.parts = parts;
    }

    /**
     * Reads a head.
     *
     * @param file its name, for messages
     * @param model the glTF file
     * @param beside the file beside it
     * @throws AssetException if either is not as it must be; a line for each fault
     */
    public static UserHead read(String file, byte[] model, byte[] beside) {
        try {
            Sidecar sidecar = Sidecar.read(beside, new Faults(AssetKind.beside(file)));
            Faults faults = new Faults(file);
            Set<String> wanted = Set.copyOf(sidecar.morphs().values());
            GltfFile gltf = new GltfFile(model, faults);
            List<Meshes.Part> parts = Meshes.of(gltf, wanted, faults);
            return new GltfHead(faults, sidecar, parts).head(file, gltf);
        } catch (AssetException known) {
            throw known;
        } catch (RuntimeException broken) {
            throw AssetException.faulty(file, "cannot be made a head: " + broken.getMessage());
        }
    }

    private UserHead head(String file, GltfFile gltf) {
        List<Meshes.Part> drawn = new ArrayList<>();
        for (Meshes.Part part : parts) {
            Sidecar.Region region = sidecar.materials().get(part.name());
            if (region == null) {
                faults.add(
                        "material " + part.name(),
                        "is not in " + AssetKind.SIDECAR + "; add \"" + part.name()
                                + "\": \"skin\" or another class to its materials");
            } else if (region.drawn()) {
                drawn.add(part);
            }
        }
        faults.throwIfAny();
        Eyeball left = eye(Sidecar.Region.LEFT_EYE);
        Eyeball right = eye(Sidecar.Region.RIGHT_EYE);
        checkEyes(left, right);
        double[] origin = new double[3];
        for (int i = 0; i < 3; i++) {
            origin[i] = (left.center()[i] + right.center()[i]) / 2;
        }
        for (Meshes.Part part : drawn) {
            runs.computeIfAbsent(part.name(), name -> new ArrayList<>())
                    .add(new int[] {triangles, part.indices().length / 3, part.mirrored() ? 1 : 0});
            triangles += part.indices().length / 3;
            vertices += part.positions().length / 3;
        }
        Meshes.checkMorphs((long) vertices * sidecar.morphs().size(), "morphs", faults);
        HeadColors colors =
                sidecar.textures() ? BaseColors.of(file, gltf, in(drawn, SKIN), in(drawn, FACE), faults) : null;
        UserHead.Surface surface = surface(drawn, origin, colors);
        UserHead.Points points = landmarks();
        Map<Blendshape, double[]> morphs = morphs(drawn);
        faults.throwIfAny();
        UserHead head = new UserHead(
                new UserHead.Source(file, sidecar.licence()),
                surface,
                List.of(moved(left, origin), moved(right, origin)),
                morphs,
                points);
        checkFace(head);
        faults.throwIfAny();
        return head;
    }

    private Eyeball eye(Sidecar.Region region) {
        List<double[]> points = new ArrayList<>();
        for (Meshes.Part part : parts) {
            if (sidecar.materials().get(part.name()) == region) {
                for (int vertex : part.indices()) {
                    points.add(Arrays.copyOfRange(part.positions(), 3 * vertex, 3 * vertex + 3));
                }
            }
        }
        if (points.size() < 12) {
            throw faults.fatal("material of " + region, "no triangles have it: there must be an eyeball");
        }
        double[] all = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            for (int k = 0; k < 3; k++) {
                all[3 * i + k] = METRE * points.get(i)[k];
            }
        }
        Eyeball eye = Eyeball.fit(all);
        if (!(eye.radius() > 8 && eye.radius() < 18)) {
            throw faults.fatal(
                    "material of " + region,
                    "fits a ball of radius " + Faults.mm(eye.radius())
                            + "; an eye's is about 12 mm, and glTF's unit is the metre");
        }
        return eye;
    }

    private void checkEyes(Eyeball left, Eyeball right) {
        double apart = left.center()[0] - right.center()[0];
        if (!(apart > 40 && apart < 90)) {
            throw faults.fatal(
                    "eyes",
                    "the left is " + Faults.mm(apart)
                            + " to the left of the right; 40 to 90 mm are plausible for a head that looks along +z with +y up");
        }
    }

    private static Eyeball moved(Eyeball eye, double[] by) {
        double[] c = eye.center();
        return new Eyeball(new double[] {c[0] - by[0], c[1] - by[1], c[2] - by[2]}, eye.radius());
    }

    private List<Meshes.Part> in(List<Meshes.Part> drawn, Set<Sidecar.Region> regions) {
        return drawn.stream()
                .filter(part -> regions.contains(sidecar.materials().get(part.name())))
                .toList();
    }

    private UserHead.Surface surface(List<Meshes.Part> drawn, double[] origin, HeadColors colors) {
        double[] points = new double[3 * vertices];
        float[] uv = new float[2 * vertices];
        int[] corners = new int[3 * triangles];
        byte[] classes = new byte[triangles];
        int vertex = 0;
        int corner = 0;
        for (Meshes.Part part : drawn) {
            byte kind = (byte) sidecar.materials().get(part.name()).kind().code();
            Arrays.fill(classes, corner / 3, (corner + part.indices().length) / 3, kind);
            for (int index : part.indices()) {
                corners[corner++] = vertex + index;
            }
            for (int i = 0; i < part.positions().length; i++) {
                points[3 * vertex + i] = METRE * part.positions()[i] - origin[i % 3];
            }
            System.arraycopy(part.uv(), 0, uv, 2 * vertex, part.uv().length);
            vertex += part.positions().length / 3;
        }
        return new UserHead.Surface(points, corners, classes, uv, colors);
    }

    private UserHead.Points landmarks() {
        int[] at = new int[sidecar.landmarks().size()];
        double[] weights = new double[3 * at.length];
        for (int i = 0; i < at.length; i++) {
            Sidecar.Point point = sidecar.landmarks().get(i);
            int left = point.triangle();
            int found = -1;
            boolean mirrored = false;
            int count = 0;
            for (int[] run : runs.getOrDefault(point.material(), List.of())) {
                if (found < 0 && left < run[1]) {
                    found = run[0] + left;
                    mirrored = run[2] == 1;
                }
                left -= run[1];
                count += run[1];
            }
            if (found < 0) {
                faults.add(
                        point.path(),
                        "names triangle " + point.triangle() + " of material '" + point.material() + "', which has "
                                + count + " that are drawn");
            }
            at[i] = Math.max(0, found);
            weights[3 * i] = point.weights()[0];
            weights[3 * i + 1] = point.weights()[mirrored ? 2 : 1];
            weights[3 * i + 2] = point.weights()[mirrored ? 1 : 2];
        }
        return new UserHead.Points(at, weights);
    }

    private Map<Blendshape, double[]> morphs(List<Meshes.Part> drawn) {
        Map<Blendshape, double[]> morphs = new EnumMap<>(Blendshape.class);
        sidecar.morphs().forEach((movement, name) -> {
            double[] delta = new double[3 * vertices];
            boolean found = false;
            int vertex = 0;
            for (Meshes.Part part : drawn) {
                double[] target = part.targets().get(name);
                if (target != null) {
                    found = true;
                    for (int i = 0; i < target.length; i++) {
                        delta[3 * vertex + i] = METRE * target[i];
                    }
                }
                vertex += part.positions().length / 3;
            }
            if (!found) {
                faults.add(
                        "morphs." + movement.arkitName(), "is target '" + name + "', and no mesh that is drawn has it");
            }
            morphs.put(movement, delta);
        });
        return morphs;
    }

    /** Landmarks that cannot be on a face are found here; those that are a little off are found by eye. */
    private void checkFace(UserHead head) {
        double[] p = head.restLandmarks();
        if (!(p[3 * 30 + 2] > 0) || !(p[3 * 8 + 1] < -40)) {
            faults.add(
                    "landmarks",
                    "the tip of the nose (30) must lie before the eyes and the chin (8) 40 mm or more below them; +z is out of the face, +y up");
        }
        if (!(p[3 * 36] < p[3 * 39]) || !(p[3 * 42] < p[3 * 45])) {
            faults.add(
                    "landmarks",
                    "36 must be the right eye's outer corner and 45 the left's, the subject's own right being -x");
        }
    }
}
