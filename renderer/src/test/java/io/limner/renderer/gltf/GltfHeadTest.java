package io.limner.renderer.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limner.renderer.asset.AssetException;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.head.UserHead;
import io.limner.renderer.look.Rgb;
import io.limner.schema.scene.Blendshape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GltfHeadTest {
    private static final ConformanceHead SMALL = new ConformanceHead(24);

    private static UserHead read(byte[] model, ObjectNode sidecar) throws IOException {
        return GltfHead.read("own.glb", model, ConformanceHead.bytes(sidecar));
    }

    @Test
    void landmarksLieWhereTheFileBesideSays() throws IOException {
        ConformanceHead fine = new ConformanceHead(96);
        UserHead head = read(fine.glb(), fine.sidecar());
        List<Map.Entry<String, double[]>> wanted = ConformanceHead.landmarks();
        double[] found = head.restLandmarks();
        for (int i = 0; i < 68; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(found[3 * i + k])
                        .as("point %d", i)
                        .isCloseTo(wanted.get(i).getValue()[k], within(5.0));
            }
        }
        assertThat(head.moves(Blendshape.JAW_OPEN)).isTrue();
        assertThat(head.moves(Blendshape.MOUTH_SMILE_LEFT)).isTrue();
        assertThat(head.moves(Blendshape.EYE_BLINK_LEFT)).isFalse();
        assertThat(head.source().licence()).isEqualTo("CC0-1.0");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("bufferViews[0]  ends at byte", (json, bin) -> view(json, 0)
                        .put("byteOffset", 1_000_000_000)),
                fault("bufferViews[0]", (json, bin) -> view(json, 0).put("byteLength", 2_000_000_000)),
                fault("goes past the end of bufferViews", (json, bin) -> accessor(json, 0)
                        .put("byteOffset", 48)),
                fault("goes past the end of bufferViews", (json, bin) -> accessor(json, 0)
                        .put("count", 400_000)),
                fault("makes 2000000 vertices", (json, bin) -> accessor(json, 0).put("count", 2_000_000)),
                fault("count  must be a whole number", (json, bin) -> accessor(json, 0)
                        .put("count", -1)),
                fault("count  must be a whole number", (json, bin) -> accessor(json, 0)
                        .put("count", 4_000_000_000L)),
                fault("bufferViews[99]  is not there", (json, bin) -> accessor(json, 0)
                        .put("bufferView", 99)),
                fault("byteStride", (json, bin) -> view(json, 0).put("byteStride", 70_000)),
                fault(
                        "is vertex 77777",
                        (json, bin) ->
                                bin.putInt(view(json, 3).get("byteOffset").asInt(), 77_777)),
                fault("is not a finite number", (json, bin) -> bin.putFloat(4, Float.NaN)),
                fault("is not a finite number", (json, bin) -> bin.putFloat(8, Float.POSITIVE_INFINITY)),
                fault("more than 100 m", (json, bin) -> bin.putFloat(4, 1e9f)),
                fault(
                        "its own ancestor or has two parents",
                        (json, bin) -> node(json, 1).putArray("children").add(0)),
                fault(
                        "its own ancestor or has two parents",
                        (json, bin) -> node(json, 0).withArray("children").add(1)),
                fault(
                        "is node 7, and there are 2",
                        (json, bin) -> node(json, 0).withArray("children").add(7)),
                fault("is required, and Limner does not know it", (json, bin) -> json.putArray("extensionsRequired")
                        .add("KHR_draco_mesh_compression")),
                fault("sparse.count  must be a whole number", (json, bin) -> sparse(json, 9_999_999)),
                fault("and the base has", (json, bin) -> sparse(json, 2_000_000)),
                fault("must be a whole number", (json, bin) -> accessor(json, 0).put("componentType", "float")),
                fault("must be VEC3", (json, bin) -> accessor(json, 0).put("type", "VEC4")),
                fault("bones are not read", (json, bin) -> node(json, 1).put("skin", 0)),
                fault("must be 4: triangles", (json, bin) -> primitive(json).put("mode", 1)),
                fault(
                        "is another file",
                        (json, bin) -> ((ObjectNode) json.get("buffers").get(0)).put("uri", "../x.bin")),
                fault(
                        "is not base64",
                        (json, bin) -> ((ObjectNode) json.get("buffers").get(0)).put("uri", "data:;base64,!!")),
                fault(
                        "says 99999999 bytes, and has",
                        (json, bin) -> ((ObjectNode) json.get("buffers").get(0)).put("byteLength", 99_999_999)),
                fault("only glTF 2 is read", (json, bin) -> json.putObject("asset")
                        .put("version", "1.0")),
                fault("must be a text", (json, bin) -> json.remove("asset")),
                fault("fits a ball of radius", (json, bin) -> node(json, 1)
                        .putArray("scale")
                        .add(0.1)
                        .add(0.1)
                        .add(0.1)),
                fault("POSITION  is missing", (json, bin) -> primitive(json).putObject("attributes")));
    }

    private static Arguments fault(String message, BiConsumer<ObjectNode, ByteBuffer> damage) {
        return Arguments.of(message, damage);
    }

    private static ObjectNode view(ObjectNode json, int i) {
        return (ObjectNode) json.get("bufferViews").get(i);
    }

    private static ObjectNode accessor(ObjectNode json, int i) {
        return (ObjectNode) json.get("accessors").get(i);
    }

    private static ObjectNode node(ObjectNode json, int i) {
        return (ObjectNode) json.get("nodes").get(i);
    }

    private static ObjectNode primitive(ObjectNode json) {
        return (ObjectNode) json.get("meshes").get(0).get("primitives").get(0);
    }

    private static void sparse(ObjectNode json, int count) {
        ObjectNode sparse = accessor(json, 0).putObject("sparse").put("count", count);
        sparse.putObject("indices").put("bufferView", 3).put("componentType", 5125);
        sparse.putObject("values").put("bufferView", 0);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfTheFileIsNamed(String message, BiConsumer<ObjectNode, ByteBuffer> damage) throws IOException {
        ByteBuffer binary = ConformanceHead.room();
        ObjectNode json = SMALL.json(binary);
        damage.accept(json, binary);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(ConformanceHead.glb(json, binary), SMALL.sidecar()))
                .withMessageContaining("own.glb  ")
                .withMessageContaining(message.split("  ", -1)[0])
                .withMessageContaining(message);
    }

    @Test
    void aContainerThatLiesIsRefused() {
        byte[] good = SMALL.glb();
        byte[] longer = Arrays.copyOf(good, good.length + 4);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(longer, SMALL.sidecar()))
                .withMessageContaining("header  says " + good.length + " bytes, and the file has " + longer.length);
        for (int length : new int[] {0, 3, 4, 12, 19, 21, 100, good.length - 1}) {
            assertThatExceptionOfType(AssetException.class)
                    .isThrownBy(() -> read(Arrays.copyOf(good, length), SMALL.sidecar()));
        }
        byte[] chunk = good.clone();
        ByteBuffer.wrap(chunk).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(12, Integer.MAX_VALUE);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(chunk, SMALL.sidecar()))
                .withMessageContaining("goes past the end of the file");
    }

    /** A node that mirrors: its triangles still face outwards, and landmarks lie where they lay. */
    @Test
    void aMirroredNodeKeepsItsOutside() throws IOException {
        ConformanceHead fine = new ConformanceHead(96);
        ByteBuffer binary = ConformanceHead.room();
        ObjectNode json = fine.json(binary);
        node(json, 1).putArray("scale").add(-0.001).add(0.001).add(0.001);
        ObjectNode sidecar = fine.sidecar();
        ObjectNode materials = (ObjectNode) sidecar.get("materials");
        materials.put("EyeL", "right_eye").put("EyeR", "left_eye");
        ArrayNode points = (ArrayNode) sidecar.get("landmarks");
        double[] plain = read(fine.glb(), fine.sidecar()).restLandmarks();
        // iBUG's order starts at the subject's right: what was left is right now.
        int[][] pairs = {{36, 45}, {39, 42}};
        for (int[] pair : pairs) {
            JsonNode first = points.get(pair[0]);
            points.set(pair[0], points.get(pair[1]));
            points.set(pair[1], first);
        }
        UserHead head = read(ConformanceHead.glb(json, binary), sidecar);
        double[] found = head.restLandmarks();
        assertThat(found[3 * 36]).isCloseTo(-plain[3 * 45], within(1e-3));
        assertThat(found[3 * 2]).isCloseTo(-plain[3 * 2], within(1e-3));
        assertThat(outwards(fine.glb())).isGreaterThan(0.9);
        assertThat(outwards(ConformanceHead.glb(json, binary))).isGreaterThan(0.9);
    }

    /** The share of the skin's triangles whose counter-clockwise side looks away from the middle of the head. */
    private static double outwards(byte[] model) {
        Faults faults = new Faults("own.glb");
        Meshes.Part skin =
                Meshes.of(new GltfFile(model, faults), Set.of(), faults).get(0);
        int[] t = skin.indices();
        Vector3d middle = new Vector3d(0.5, 1.565, -0.324);
        int out = 0;
        for (int i = 0; i < t.length; i += 3) {
            Vector3d a = corner(skin, t[i]);
            Vector3d normal =
                    corner(skin, t[i + 1]).sub(a).cross(corner(skin, t[i + 2]).sub(a));
            out += normal.dot(a.sub(middle)) > 0 ? 1 : 0;
        }
        return 3.0 * out / t.length;
    }

    private static Vector3d corner(Meshes.Part part, int vertex) {
        return new Vector3d(
                part.positions()[3 * vertex], part.positions()[3 * vertex + 1], part.positions()[3 * vertex + 2]);
    }

    /** A few bytes may claim much: it is refused before memory is taken. */
    @Test
    void aTinyFileThatClaimsMuchIsRefused() throws IOException {
        ByteBuffer binary = ConformanceHead.room();
        ObjectNode json = SMALL.json(binary);
        accessor(json, 0).put("count", 499_000).remove("bufferView");
        ArrayNode names = ((ObjectNode) json.get("meshes").get(0).get("extras")).putArray("targetNames");
        ArrayNode targets = primitive(json).putArray("targets");
        for (int i = 0; i < 512; i++) {
            names.add("t" + i);
            targets.addObject().put("POSITION", 0);
        }
        ObjectNode sidecar = SMALL.sidecar();
        ObjectNode morphs = sidecar.putObject("morphs");
        for (Blendshape movement : Blendshape.values()) {
            morphs.put(movement.arkitName(), "t" + morphs.size());
        }
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(ConformanceHead.glb(json, binary), sidecar))
                .withMessageContaining("targets  make 6487000 displacements");
        ObjectNode index = accessor(json, primitive(json).get("indices").asInt());
        index.put("count", 2_900_000);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(ConformanceHead.glb(json, binary), sidecar))
                .withMessageContaining("goes past the end of bufferViews");
    }

    /** A picture of {@code side} pixels a side: red on the left, a colour of skin on the right. */
    private static byte[] picture(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, x < side / 2 ? 0xc04030 : 0xd7bd96);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static HeadColors colors(Consumer<ObjectNode> change, Consumer<ObjectNode> beside) throws IOException {
        ByteBuffer binary = ConformanceHead.room();
        ObjectNode json = SMALL.json(binary);
        SMALL.paint(json, binary, picture(32));
        change.accept(json);
        ObjectNode sidecar = SMALL.sidecar();
        beside.accept(sidecar);
        return read(ConformanceHead.glb(json, binary), sidecar).surface().colors();
    }

    private static double factor(HeadColors colors, int column, int channel) {
        int sample = colors.rgba()[4 * (16 * colors.side() + column) + channel] & 255;
        return HeadColors.RANGE * Rgb.ofSrgb(sample).b();
    }

    /** One half of the head is of one colour and one of the other: their factors are those of the colours, and 1 on the whole. */
    @Test
    void baseColoursAreReadRelativeToTheirMean() throws IOException {
        HeadColors colors = colors(json -> {}, side -> {});
        assertThat(colors.layers()).isEqualTo(1);
        assertThat(colors.side()).isEqualTo(32);
        assertThat(colors.skin().materials()).containsExactly("Skin", "Nose", "UpperLip", "LowerLip");
        Rgb left = Rgb.ofSrgb(0xc04030);
        Rgb right = Rgb.ofSrgb(0xd7bd96);
        assertThat(factor(colors, 4, 1) / factor(colors, 28, 1)).isCloseTo(left.g() / right.g(), within(0.03));
        assertThat((factor(colors, 4, 1) + factor(colors, 28, 1)) / 2).isCloseTo(1, within(0.05));
        assertThat(colors.skin().mean().get(0)).isCloseTo((left.r() + right.r()) / 2, within(0.03));
        Consumer<ObjectNode> dimmed =
                json -> ((ObjectNode) json.get("materials").get(0).get("pbrMetallicRoughness"))
                        .putArray("baseColorFactor")
                        .add(0.5)
                        .add(0.5)
                        .add(0.5)
                        .add(1);
        assertThat(colors(dimmed, side -> {}).layers()).as("skin, and the rest").isEqualTo(2);
        assertThat(colors(json -> {}, side -> side.put("textures", false))).isNull();
        assertThat(read(SMALL.glb(), SMALL.sidecar()).surface().colors()).isNull();
    }

    static Stream<Arguments> faultsOfColours() {
        return Stream.of(
                beside(
                        "images[0].uri  is another file",
                        json -> ((ObjectNode) json.get("images").get(0)).put("uri", "skin.png")),
                beside(
                        "images[0]: is neither JPEG nor PNG",
                        json -> ((ObjectNode) json.get("images").get(0)).put("bufferView", 0)),
                beside(
                        "images[3]  is not there",
                        json -> ((ObjectNode) json.get("textures").get(0)).put("source", 3)),
                beside(
                        "source  is missing",
                        json -> ((ObjectNode) json.get("textures").get(0)).removeAll()),
                beside(
                        "baseColorTexture  is moved by KHR",
                        json -> base(json).putObject("extensions").putObject("KHR_texture_transform")),
                beside("baseColorTexture  needs texture coordinates", json -> base(json)
                        .put("texCoord", 1)),
                beside(
                        "run over several tiles",
                        json -> primitive(json).withObject("attributes").put("TEXCOORD_0", farUv(json))),
                beside("are black on the face", json -> {
                    for (int i = 0; i < 2; i++) {
                        ((ObjectNode) json.get("materials").get(i).get("pbrMetallicRoughness"))
                                .putArray("baseColorFactor")
                                .add(0)
                                .add(1)
                                .add(1)
                                .add(1);
                    }
                }));
    }

    private static ObjectNode base(ObjectNode json) {
        return (ObjectNode) json.at("/materials/0/pbrMetallicRoughness/baseColorTexture");
    }

    /** The positions, read as if they were texture coordinates. */
    private static int farUv(ObjectNode json) {
        ArrayNode accessors = (ArrayNode) json.get("accessors");
        accessors
                .addObject()
                .put("bufferView", 0)
                .put("componentType", 5126)
                .put("count", accessor(json, 0).get("count").asInt())
                .put("type", "VEC2");
        return accessors.size() - 1;
    }

    @ParameterizedTest
    @MethodSource("faultsOfColours")
    void aFaultOfTheColoursIsNamed(String message, Consumer<ObjectNode> damage) {
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> colors(damage, side -> {}))
                .withMessageContaining("own.glb  ")
                .withMessageContaining(message);
    }

    static Stream<Arguments> faultsBeside() {
        return Stream.of(
                beside("materials.Skin  is 'hide'", side -> ((ObjectNode) side.get("materials")).put("Skin", "hide")),
                beside("material Neck  is not in .head.json", side -> ((ObjectNode) side.get("materials"))
                        .remove("Neck")),
                beside("none is nose", side -> ((ObjectNode) side.get("materials")).put("Nose", "skin")),
                beside("none is upper_lip", side -> ((ObjectNode) side.get("materials")).put("UpperLip", "lower_lip")),
                beside("none is left_eye", side -> ((ObjectNode) side.get("materials")).put("EyeL", "skin")),
                beside("landmarks  are 67", side -> ((ArrayNode) side.get("landmarks")).remove(3)),
                beside(
                        "landmarks[5]  names triangle 999999",
                        side -> ((ArrayNode) side.get("landmarks").get(5)).set(1, 999_999)),
                beside("landmarks[5]  its weights", side -> ((ArrayNode)
                                side.get("landmarks").get(5))
                        .set(2, 0.5)
                        .set(3, 0.9)),
                beside("morphs.jawOpen  is target 'Gone'", side -> ((ObjectNode) side.get("morphs"))
                        .put("jawOpen", "Gone")),
                beside("morphs.jawOpenn  is no movement", side -> ((ObjectNode) side.get("morphs"))
                        .put("jawOpenn", "JawOpen")),
                beside("licence  is missing", side -> side.remove("licence")),
                beside("limner_head  must be 1", side -> side.put("limner_head", 2)),
                beside("textures  must be true or false", side -> side.put("textures", "no")),
                beside("extra  there is no such key", side -> side.put("extra", 2)),
                beside("the left is", side -> ((ObjectNode) side.get("materials"))
                        .put("EyeL", "right_eye")
                        .put("EyeR", "left_eye")));
    }

    private static Arguments beside(String message, Consumer<ObjectNode> damage) {
        return Arguments.of(message, damage);
    }

    @ParameterizedTest
    @MethodSource("faultsBeside")
    void aFaultOfTheFileBesideIsNamed(String message, Consumer<ObjectNode> damage) {
        ObjectNode sidecar = SMALL.sidecar();
        damage.accept(sidecar);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> read(SMALL.glb(), sidecar))
                .withMessageContaining(message);
    }

    /** Whatever is in a file: a head or a fault, in bounded time. */
    @Test
    void noDamageGetsPastTheReader() throws IOException {
        ConformanceHead tiny = new ConformanceHead(12);
        byte[] good = tiny.glb();
        ObjectNode sidecar = tiny.sidecar();
        Random random = new Random(17);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] damaged = random.nextInt(8) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            int flips = 1 + random.nextInt(6);
            for (int i = 0; i < flips && damaged.length > 0; i++) {
                // Mostly in the JSON, where numbers and names are.
                int at = random.nextInt(random.nextInt(4) == 0 ? damaged.length : Math.min(damaged.length, 9000));
                damaged[at] = (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(256));
            }
            try {
                read(damaged, sidecar);
            } catch (AssetException fault) {
                refused++;
                assertThat(fault.getMessage()).startsWith("own.glb  ");
            }
        }
        assertThat(refused).isGreaterThan(200);
    }
}
