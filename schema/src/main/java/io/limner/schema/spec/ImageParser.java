package io.limner.schema.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a spec says about the colour image. */
final class ImageParser {
    private static final ImageSettings STANDARD = new ImageSettings(512, 512, ImageFormat.JPEG, 95);
    private static final int LOSSLESS = 100;
    private static final List<String> FORMATS = List.of("jpeg", "png");

    private final Problems problems;
    private final Scalars scalars;

    ImageParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The settings; what is not said is 512 x 512, JPEG, quality 95 (100 for PNG). */
    ImageSettings image(Optional<SpecNode> said) {
        if (said.isEmpty()) {
            return STANDARD;
        }
        Fields fields = Fields.of(said.get(), "image", List.of("width", "height", "format", "quality"), problems);
        ImageFormat format = fields.get("format")
                .flatMap(node -> scalars.oneOf(node, "image.format", FORMATS))
                .map(word -> ImageFormat.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(STANDARD.format());
        if (format == ImageFormat.PNG && fields.get("quality").isPresent()) {
            problems.add(
                    fields.get("quality").get(),
                    "image.quality",
                    "has no meaning for png, which loses nothing",
                    "remove it");
        }
        return new ImageSettings(
                side(fields, "width", STANDARD.width()),
                side(fields, "height", STANDARD.height()),
                format,
                whole(fields, "quality", 1, 100).orElse(format == ImageFormat.PNG ? LOSSLESS : STANDARD.quality()));
    }

    private int side(Fields fields, String key, int standard) {
        return whole(fields, key, ImageSettings.SMALLEST, ImageSettings.LARGEST).orElse(standard);
    }

    private Optional<Integer> whole(Fields fields, String key, int min, int max) {
        return fields.get(key)
                .flatMap(node -> scalars.whole(node, "image." + key, min, max))
                .map(Long::intValue);
    }
}
