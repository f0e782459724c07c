package io.limner.renderer.gltf;

import io.limner.renderer.asset.PictureReader;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.look.Photograph;
import io.limner.renderer.look.Rgb;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base colour textures of a head's skin: each picture times its factor is a layer. What is measured of them is the mean over the triangles
 * of the face. Source: the glTF 2.0 specification, "Metallic-roughness material".
 */
final class BaseColors {
    private static final int MOST_LAYERS = 16;
    private static final int LONGEST_SIDE = 2048;
    private static final int MOST_TEXELS = 4 << 20;
    /** Of an 8-bit picture, the least that its mean can be told from black by. */
    private static final double BLACK = 1e-3;
    /** How far texture coordinates may lie outside their tile. */
    private static final float MARGIN = 0.5f;

    private static final String NOT_WANTED = "; or write \"textures\": false in the file beside it";

    private final GltfFile file;
    private final Faults faults;
    private final String name;
    private final Map<Layer, Integer> layers = new LinkedHashMap<>();
    private final Map<Meshes.Part, Integer> layerOf = new LinkedHashMap<>();

    /** A picture, by its number in the file, and the factor of each channel. */
    private record Layer(int image, List<Double> factor) {}

    private BaseColors(String name, GltfFile file, Faults faults) {
        this.name = name;
        this.file = file;
        this.faults = faults;
    }

    /**
     * What the materials of {@code skin} show, and null if they have no pictures. Texture coordinates of parts that have one are changed to
     * name their layer.
     *
     * @param name of the file, for messages
     * @param skin the parts that skin is drawn on
     * @param face of these, the parts whose mean counts
     */
    static HeadColors of(String name, GltfFile file, List<Meshes.Part> skin, List<Meshes.Part> face, Faults faults) {
        BaseColors colors = new BaseColors(name, file, faults);
        skin.forEach(colors::find);
        return colors.layers.isEmpty() ? null : colors.made(face);
    }

    private void find(Meshes.Part part) {
        Json paint = part.material().get("pbrMetallicRoughness");
        Json texture = paint.get("baseColorTexture");
        if (!texture.exists()) {
            return;
        }
        if (texture.get("extensions").get("KHR_texture_transform").exists()) {
            throw faults.fatal(
                    texture.path(), "is moved by KHR_texture_transform; apply it before you export" + NOT_WANTED);
        }
        if (part.uv().length == 0) {
            throw faults.fatal(
                    texture.path(), "needs texture coordinates, and a mesh with this material has none" + NOT_WANTED);
        }
        Json source = file.root()
                .get("textures")
                .get(texture.get("index").whole(Integer.MAX_VALUE))
                .get("source");
        if (!source.exists()) {
            throw faults.fatal(source.path(), "is missing: there is no JPEG or PNG" + NOT_WANTED);
        }
        List<Double> factor = new ArrayList<>();
        for (double value : paint.get("baseColorFactor").exists()
                ? paint.get("baseColorFactor").numbers(4)
                : new double[] {1, 1, 1, 1}) {
            factor.add(Math.max(0, Math.min(1, value)));
        }
        Layer layer = new Layer(source.whole(Integer.MAX_VALUE), factor.subList(0, 3));
        layers.putIfAbsent(layer, layers.size());
        if (layers.size() > MOST_LAYERS) {
            throw faults.fatal(
                    texture.path(), "is one of more than " + MOST_LAYERS + " base colours; bake them into fewer");
        }
        layerOf.put(part, layers.get(layer));
        toTile(part, texture);
    }

    /** Moves texture coordinates, which repeat, to the tile from 0 to 1. */
    private void toTile(Meshes.Part part, Json texture) {
        float[] uv = part.uv();
        for (int k = 0; k < 2; k++) {
            double sum = 0;
            for (int i = k; i < uv.length; i += 2) {
                sum += uv[i];
            }
            float tile = (float) Math.floor(sum / (0.5 * uv.length));
            for (int i = k; i < uv.length; i += 2) {
                uv[i] -= tile;
                if (!(uv[i] > -MARGIN && uv[i] < 1 + MARGIN)) {
                    throw faults.fatal(texture.path(), "its texture coordinates run over several tiles" + NOT_WANTED);
                }
            }
        }
    }

    private HeadColors made(List<Meshes.Part> face) {
        List<PictureReader> pictures = new ArrayList<>();
        int side = 1;
        for (Layer layer : layers.keySet()) {
            Json image = file.root().get("images").get(layer.image);
            PictureReader picture = new PictureReader(name + "  " + image.path(), bytes(image));
            int[] size = picture.size();
            side = Math.max(side, Math.max(size[0], size[1]));
            pictures.add(picture);
        }
        side = Math.min(Math.min(side, LONGEST_SIDE), (int) Math.sqrt(MOST_TEXELS / (double) layers.size()));
        byte[] rgba = new byte[4 * side * side * pictures.size()];
        int first = 0;
        for (PictureReader picture : pictures) {
            first = write(picture.stored(LONGEST_SIDE / 2), side, rgba, first);
        }
        List<Layer> all = List.copyOf(layers.keySet());
        double[] mean = mean(
                layerOf.keySet().stream().anyMatch(face::contains) ? face : List.copyOf(layerOf.keySet()),
                all,
                rgba,
                side);
        for (int channel = 0; channel < 3; channel++) {
            if (!(mean[channel] > BLACK)) {
                throw faults.fatal("base colours", "are black on the face" + NOT_WANTED);
            }
        }
        for (int layer = 0; layer < all.size(); layer++) {
            for (int channel = 0; channel < 3; channel++) {
                byte[] coded = relative(all.get(layer).factor.get(channel) / mean[channel]);
                int end = 4 * side * side * (layer + 1);
                for (int i = 4 * side * side * layer + channel; i < end; i += 4) {
                    rgba[i] = coded[rgba[i] & 255];
                }
            }
        }
        layerOf.forEach((part, layer) -> {
            for (int i = 0; i < part.uv().length; i += 2) {
                part.uv()[i] = HeadColors.u(part.uv()[i], layer);
            }
        });
        List<String> names =
                layerOf.keySet().stream().map(Meshes.Part::name).distinct().toList();
        return new HeadColors(side, all.size(), rgba, new HeadColors.Skin(List.of(mean[0], mean[1], mean[2]), names));
    }

    private byte[] bytes(Json image) {
        Json uri = image.get("uri");
        ByteBuffer bytes = uri.exists()
                ? file.data(uri, NOT_WANTED)
                : file.view(file.root()
                        .get("bufferViews")
                        .get(image.get("bufferView").whole(Integer.MAX_VALUE)));
        byte[] out = new byte[bytes.remaining()];
        bytes.get(out);
        return out;
    }

    /** A picture as a square, averaged where it is larger. */
    private static int write(Photograph picture, int side, byte[] rgba, int first) {
        int at = first;
        for (int y = 0; y < side; y++) {
            int y0 = (int) ((long) y * picture.height() / side);
            int y1 = Math.max(y0 + 1, (int) ((y + 1L) * picture.height() / side));
            for (int x = 0; x < side; x++) {
                int x0 = (int) ((long) x * picture.width() / side);
                int x1 = Math.max(x0 + 1, (int) ((x + 1L) * picture.width() / side));
                for (int channel = 0; channel < 3; channel++) {
                    int sum = 0;
                    for (int v = y0; v < y1; v++) {
                        for (int u = x0; u < x1; u++) {
                            sum += picture.rgb()[3 * (v * picture.width() + u) + channel] & 255;
                        }
                    }
                    rgba[at++] = (byte) (sum / ((y1 - y0) * (x1 - x0)));
                }
                rgba[at++] = (byte) 255;
            }
        }
        return at;
    }

    /** Mean linear albedo over the surface of {@code parts}. */
    private double[] mean(List<Meshes.Part> parts, List<Layer> all, byte[] rgba, int side) {
        double[] sum = new double[3];
        double total = 0;
        for (Meshes.Part part : parts) {
            Integer layer = layerOf.get(part);
            for (int i = 0; layer != null && i < part.indices().length; i += 3) {
                double area = area(part, i);
                float u = 0;
                float v = 0;
                for (int k = 0; k < 3; k++) {
                    u += part.uv()[2 * part.indices()[i + k]] / 3;
                    v += part.uv()[2 * part.indices()[i + k] + 1] / 3;
                }
                int column = (int) ((u - Math.floor(u)) * side) % side;
                int row = (int) ((v - Math.floor(v)) * side) % side;
                int texel = 4 * ((layer * side + row) * side + column);
                Rgb color =
                        Rgb.ofSrgb((rgba[texel] & 255) << 16 | (rgba[texel + 1] & 255) << 8 | (rgba[texel + 2] & 255));
                List<Double> factor = all.get(layer).factor;
                sum[0] += area * factor.get(0) * color.r();
                sum[1] += area * factor.get(1) * color.g();
                sum[2] += area * factor.get(2) * color.b();
                total += area;
            }
        }
        return new double[] {sum[0] / total, sum[1] / total, sum[2] / total};
    }

    private static double area(Meshes.Part part, int corner) {
        double[] p = part.positions();
        int a = 3 * part.indices()[corner];
        int b = 3 * part.indices()[corner + 1];
        int c = 3 * part.indices()[corner + 2];
        double[] e = {p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]};
        double[] f = {p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]};
        double x = e[1] * f[2] - e[2] * f[1];
        double y = e[2] * f[0] - e[0] * f[2];
        double z = e[0] * f[1] - e[1] * f[0];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** For each 8-bit sample of a picture, the same relative to the mean. */
    private static byte[] relative(double factor) {
        byte[] coded = new byte[256];
        for (int i = 0; i < coded.length; i++) {
            double value = Math.min(1, factor * Rgb.ofSrgb(i).b() / HeadColors.RANGE);
            double srgb = value <= 0.0031308 ? 12.92 * value : 1.055 * StrictMath.pow(value, 1 / 2.4) - 0.055;
            coded[i] = (byte) StrictMath.rint(255 * srgb);
        }
        return coded;
    }
}
