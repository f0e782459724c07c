package io.limner.renderer.head.pack;

import io.limner.renderer.head.HeadPack;
import io.limner.renderer.head.MorphTarget;
import io.limner.renderer.head.PackData;
import io.limner.renderer.head.SkinMap;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes the head pack out of the package's allowed files. */
final class HeadConverter {
    private static final String DATA = "package/public/data/";
    private static final String TEETH = DATA + "proxies/teeth/Teeth_Base/";
    /** Assembled triangles a coarse quad. */
    private static final int TRIANGLES_A_QUAD = 8;

    private static final Set<Integer> INSIDE = Set.of(
            SegmentationClass.MOUTH_INTERIOR.code(), SegmentationClass.TEETH.code(), SegmentationClass.TONGUE.code());

    private static final Pattern TARGETS = Pattern.compile(
            "(nose|mouth|eyes|eyebrows|chin|cheek|forehead|head|ears|neck)/[^/]+"
                    + "|asym/asym-.+|expression/units/[^/]+/mouth-open|macrodetails/(african|asian|caucasian)-[^/]+"
                    + "|macrodetails/universal-(female|male)-(baby|child|young|old)-averagemuscle-(min|average|max)weight");

    private final PackageArchive archive;
    private final SourceTargets targets;
    private final BaseHead base;
    private final ArmPose arms;
    private final FaceUnits units;

    HeadConverter(PackageArchive archive) {
        this.archive = archive;
        SourceMesh mesh = SourceMesh.parse("the base mesh", archive.file(DATA + "models/human_full_size.json"));
        targets = new SourceTargets(
                archive.file("package/src/json/targets/target-list.json"),
                archive.file(DATA + "targets/targets.bin"),
                mesh.vertexCount());
        base = new BaseHead(mesh, targets);
        arms = new ArmPose(base);
        units = new FaceUnits(base);
    }

    PackData convert() {
        Regions regions = new Regions(base, targets);
        BustCut bust = cut(regions, Neckline.CREW_NECK);
        CoarseVertices vertices = bust.vertices();
        int surfaceCount = vertices.size();
        PackData.Helpers helpers = helpers(bust);
        PackData.Mouth mouth = mouth(vertices);
        double[] positions =
                vertices.positions(arms.apply(millimetres(base.mesh().positions())));
        PackData.Surface surface = new PackData.Surface(
                positions,
                surfaceCount,
                bust.quads(),
                bust.uv(),
                new FineClasses(regions, bust).triangles(),
                bend(vertices, surfaceCount));
        PackData.Baked nothing =
                new PackData.Baked(new float[0], new int[0], new float[0], new SkinMap(0, 0, new byte[0]));
        Map<String, MorphTarget> targets = targets(vertices);
        for (Neckline neckline : Neckline.values()) {
            targets.put(
                    neckline.target(),
                    vertices.difference(
                            neckline.target(), cut(regions, neckline).vertices()));
        }
        PackData bare = new PackData(surface, targets, helpers, mouth, nothing);
        return new PackData(surface, bare.targets(), helpers, mouth, bake(bare, bust));
    }

    private BustCut cut(Regions regions, Neckline neckline) {
        return new BustCut(base, arms.apply(base.neutral()), regions.classes(), neckline);
    }

    private PackData.Baked bake(PackData bare, BustCut bust) {
        HeadPack pack = new HeadPack(bare);
        int[] triangles = pack.topology().triangles();
        double[] neutral = pack.neutral(Map.of());
        float[] occlusion = new OcclusionBake(neutral, triangles).bake();
        // Closed lips would leave everything behind them black, also when they part.
        Map<String, Double> open = Map.of(
                "expression/units/african/mouth-open", 0.2,
                "expression/units/asian/mouth-open", 0.2,
                "expression/units/caucasian/mouth-open", 0.2);
        float[] opened = new OcclusionBake(pack.neutral(open), triangles).bake();
        byte[] classes = pack.topology().classes();
        for (int t = 0; t < classes.length; t++) {
            if (INSIDE.contains((int) classes[t])) {
                for (int k = 0; k < 3; k++) {
                    occlusion[triangles[3 * t + k]] = opened[triangles[3 * t + k]];
                }
            }
        }
        LandmarkAnchors anchors = new LandmarkAnchors(
                LandmarkAnchors.points(assembledBase(pack, bust.vertices())),
                neutral,
                triangles,
                (landmark, t) -> t / TRIANGLES_A_QUAD < bust.classes().size()
                        && !bust.socket(t / TRIANGLES_A_QUAD)
                        && LandmarkAnchors.permits(landmark, classes[t]));
        return new PackData.Baked(
                occlusion,
                anchors.triangles,
                anchors.weights,
                SkinMapBake.bake(skins(), new Scalp(pack.topology()).points()));
    }

    /** The base mesh's vertices where the neutral adult of the assembled mesh has them, whose mouth is shut; others stay 0. */
    private double[] assembledBase(HeadPack pack, CoarseVertices vertices) {
        double[] coarse = pack.neutralCoarse();
        double[] out = new double[base.neutral().length];
        for (int v = 0; v < vertices.size(); v++) {
            System.arraycopy(coarse, 3 * v, out, 3 * vertices.source(v).vertex(), 3);
        }
        return out;
    }

    private Map<String, MorphTarget> targets(CoarseVertices vertices) {
        Map<String, MorphTarget> out = new LinkedHashMap<>();
        for (String name : targets.names()) {
            if (TARGETS.matcher(name).matches()) {
                MorphTarget target = vertices.target(name, arms.apply(targets.dense(name)));
                out.put(name, target);
            }
        }
        for (Blendshape movement : Blendshape.values()) {
            String name = MorphTarget.of(movement);
            out.put(name, vertices.target(name, arms.apply(units.dense(movement))));
        }
        return out;
    }

    private PackData.Helpers helpers(BustCut bust) {
        CoarseVertices vertices = bust.vertices();
        LidEdges lids = new LidEdges(base, bust);
        double[] left = units.dense(Blendshape.EYE_BLINK_LEFT);
        double[] right = units.dense(Blendshape.EYE_BLINK_RIGHT);
        return new PackData.Helpers(
                lids.eye(vertices.plain(base.group("helper-l-eye")), 1, left),
                lids.eye(vertices.plain(base.group("helper-r-eye")), -1, right),
                vertices.plain(base.group("joint-neck")),
                vertices.plain(base.group("joint-head")),
                new LipPairs(base, bust).find());
    }

    private PackData.Mouth mouth(CoarseVertices vertices) {
        SourceMesh mesh = SourceMesh.parse("the teeth", archive.file(TEETH + "Teeth_Base.json"));
        Picture texture = new Picture("the teeth's texture", archive.file(TEETH + "textures/teeth.png"));
        TeethParts teeth = new TeethParts(mesh, texture, vertices);
        SourceMesh tongue =
                SourceMesh.parse("the tongue", archive.file(DATA + "proxies/tongue/tongue01/tongue01.json"));
        int[] members = IntStream.range(0, tongue.vertexCount())
                .map(v -> tongue.json().get("ref_vIdxs").get(v).get(0).asInt())
                .toArray();
        return new PackData.Mouth(
                teeth.upper(), teeth.lower(), new PackData.Tongue(vertices.plain(members), tongue.quads()));
    }

    private float[] bend(CoarseVertices vertices, int count) {
        double[] shares = base.bend();
        float[] out = new float[count];
        for (int v = 0; v < count; v++) {
            out[v] = (float) shares[vertices.source(v).vertex()];
        }
        return out;
    }

    private List<Picture> skins() {
        return archive.names().stream()
                .filter(name -> name.startsWith(DATA + "skins/"))
                .map(name -> new Picture(name, archive.file(name)))
                .toList();
    }

    private static double[] millimetres(double[] decimetres) {
        return Arrays.stream(decimetres).map(d -> 100 * d).toArray();
    }
}
