package io.limner.schema.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Gets the text of a spec off the disk, and refuses what is no honest text. */
final class SpecText {
    /** A spec is written by people: one megabyte is far more than any needs. */
    static final int MOST_BYTES = 1 << 20;

    private SpecText() {}

    static String read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw refusal(name, "is a folder, not a spec", "name the YAML file inside it");
        }
        if (!Files.exists(file)) {
            throw refusal(name, "does not exist", "check the path, or start from examples/quickstart.yaml");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw refusal(name, "cannot be read (" + unreadable.getMessage() + ")", "check the file's permissions");
        }
        return decode(name, bytes);
    }

    private static String decode(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refusal(
                    name,
                    "is larger than 1 MB, the limit for a spec",
                    "use ranges and grids instead of listing values");
        }
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            throw refusal(name, "is UTF-16, not UTF-8", "save it as UTF-8");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF")
                    ? text.substring(1)
                    : text; // some editors begin UTF-8 files with this mark
        } catch (CharacterCodingException notText) {
            throw refusal(name, "is not UTF-8 text", "save it as UTF-8; a spec is a YAML file");
        }
    }

    /** Whether the text is free of characters that nobody can see and of tabs as indentation; if not, these are problems. */
    static boolean check(String text, String source, Problems problems) {
        String[] lines = text.split("\n", -1);
        boolean clean = true;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int tab = line.indexOf('\t');
            if (tab >= 0 && line.substring(0, tab).isBlank() && !line.isBlank()) {
                problems.add(new SpecProblem(source, i + 1, "", "", "a tab indents this line", "indent with spaces"));
                clean = false;
            }
            OptionalInt hidden = line.codePoints().filter(SpecText::hidden).findFirst();
            if (hidden.isPresent()) {
                problems.add(new SpecProblem(
                        source,
                        i + 1,
                        "",
                        "",
                        String.format(Locale.ROOT, "holds the invisible character U+%04X", hidden.getAsInt()),
                        "delete it: what a spec says must be what is seen"));
                clean = false;
            }
        }
        return clean;
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        boolean control = type == Character.CONTROL && character != '\t' && character != '\r';
        return control
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static SpecException refusal(String file, String rule, String remedy) {
        return new SpecException(List.of(new SpecProblem(file, 0, "", "", rule, remedy)));
    }
}
