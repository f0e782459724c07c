package io.limner.renderer.asset;

import io.limner.renderer.gltf.GltfHead;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.head.UserHead;
import io.limner.renderer.look.Complexions;
import io.limner.renderer.look.Photograph;
import io.limner.renderer.look.Rgb;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.spec.AssetKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at one file of the user's as drawing does, and says what it is. */
public final class AssetCheck {
    private static final int ENOUGH = 1024;

    private AssetCheck() {}

    /**
     * What a file is and what of it will be used, a line each.
     *
     * @param file its name below the source's root
     * @throws AssetException if it cannot be used; its message has a line for each fault
     * @throws IOException if it cannot be read
     */
    public static List<String> of(String file, AssetSource source) throws IOException {
        AssetKind kind = Arrays.stream(AssetKind.values())
                .filter(one -> one.named(file))
                .findFirst()
                .orElseThrow(() -> AssetException.faulty(
                        file,
                        "its name must end with one of "
                                + Arrays.stream(AssetKind.values())
                                        .flatMap(one -> one.endings().stream())
                                        .collect(Collectors.joining(", "))));
        byte[] bytes = source.read(file, AssetLibrary.MOST_BYTES);
        return switch (kind) {
            case HEADS ->
                head(GltfHead.read(file, bytes, source.read(AssetKind.beside(file), AssetLibrary.MOST_BYTES)));
            case ENVIRONMENTS -> {
                RadianceReader.read(file, bytes);
                yield List.of("environment  all directions, " + bytes.length + " bytes");
            }
            case BACKGROUNDS -> picture(file, bytes);
        };
    }

    private static List<String> picture(String file, byte[] bytes) {
        Photograph picture = new PictureReader(file, bytes).read(ENOUGH);
        List<String> said = new ArrayList<>();
        said.add("background   read at " + picture.width() + " x " + picture.height() + " pixels");
        Exif exif = Exif.of(bytes);
        if (exif.orientation() != 1) {
            said.add("orientation  turned as the camera was held (Exif " + exif.orientation() + ")");
        }
        if (exif.position()) {
            said.add(
                    "position     the file tells where it was taken; no dataset will, but whoever gets the file sees it");
        }
        return said;
    }

    private static String colors(HeadColors colors) {
        if (colors == null) {
            return "colours      Limner's own skin: there are no base colour textures that are wanted";
        }
        List<Double> mean = colors.skin().mean();
        return "colours      base colour textures of "
                + String.join(", ", colors.skin().materials()) + "; skin_tone "
                + Complexions.nearest(new Rgb(mean.get(0), mean.get(1), mean.get(2)))
                + " is nearest to them, other tones tint them";
    }

    private static List<String> head(UserHead head) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        for (Blendshape movement : Blendshape.values()) {
            (head.moves(movement) ? has : lacks).add(movement.arkitName());
        }
        return List.of(
                "head         " + head.surface().topology().vertexCount() + " vertices, "
                        + head.surface().topology().triangleCount() + " triangles with our eyeballs",
                "licence      " + head.source().licence(),
                "moves        " + (has.isEmpty() ? "nothing" : String.join(", ", has)),
                "cannot move  " + (lacks.isEmpty() ? "nothing" : String.join(", ", lacks)),
                colors(head.surface().colors()),
                "not used     other textures than base colours, and colours of what is not skin or lips",
                "has no       hair, beard, glasses, masks or other things worn; no dense landmarks");
    }
}
