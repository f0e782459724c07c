package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shaders and {@link Bindings} speak of the same things. */
class ShaderTablesTest {
    private static final Path SHADERS = Path.of(System.getProperty("basedir", "."))
            .resolve("src/main/resources")
            .resolve(ShaderTablesTest.class.getPackageName().replace('.', '/'));
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
    private static final Pattern LAYOUT = Pattern.compile("\\b(binding|location)\\s*=\\s*(\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("\\b(?:CLASS|MATERIAL|BACKGROUND)_\\w+|\\bMATERIALS\\b");
    private static final Pattern STORAGE = Pattern.compile("binding\\s*=\\s*(\\w+)\\)[\\s\\w]*\\bbuffer\\b");
    private static final Pattern SAMPLER = Pattern.compile("binding\\s*=\\s*(\\w+)\\)[\\s\\w]*sampler");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include (\\S+)$");

    /** File name to text without comments. */
    private static Map<String, String> shaders() {
        try (Stream<Path> files = Files.list(SHADERS)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.toList()) {
                texts.put(
                        file.getFileName().toString(),
                        COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
            assertThat(texts).as("shaders in %s", SHADERS).hasSizeGreaterThan(10);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPlaceHasANameAndEveryNameANumber() {
        Map<String, Integer> defines = Bindings.defines();
        shaders().forEach((file, text) -> {
            Matcher layout = LAYOUT.matcher(text);
            while (layout.find()) {
                boolean attribute =
                        layout.group(1).equals("location") && layout.group(2).matches("[01]");
                assertThat(attribute || defines.containsKey(layout.group(2)))
                        .as("%s: %s", file, layout.group())
                        .isTrue();
            }
            Matcher constant = CONSTANT.matcher(text);
            while (constant.find()) {
                assertThat(defines).as(file).containsKey(constant.group());
            }
        });
    }

    @Test
    void everyPlaceInTheTableIsUsed() {
        TreeSet<String> unused = new TreeSet<>(Bindings.defines().keySet());
        unused.removeIf(name -> name.startsWith("CLASS_")
                || name.startsWith("MATERIAL")
                || name.startsWith("BACKGROUND")
                || name.startsWith("WRINKLE_"));
        shaders().values().forEach(text -> {
            Matcher layout = LAYOUT.matcher(text);
            while (layout.find()) {
                unused.remove(layout.group(2));
            }
        });
        assertThat(unused).isEmpty();
    }

    @Test
    void noTwoBuffersAndNoTwoTexturesShareABinding() {
        assertThat(owners(STORAGE)).as("storage buffers").hasSizeGreaterThan(4);
        assertThat(owners(SAMPLER)).as("textures").hasSizeGreaterThan(10);
    }

    /** The one name that each binding of a kind has. */
    private static Map<Integer, String> owners(Pattern kind) {
        Map<Integer, String> owners = new HashMap<>();
        shaders().forEach((file, text) -> {
            Matcher found = kind.matcher(text);
            while (found.find()) {
                String name = found.group(1);
                assertThat(owners.putIfAbsent(Bindings.defines().get(name), name))
                        .as("%s: %s", file, name)
                        .isIn(null, name);
            }
        });
        return owners;
    }

    @Test
    void everyFileIsPartOfAProgram() {
        Map<String, String> shaders = shaders();
        TreeSet<String> unused = new TreeSet<>(shaders.keySet());
        shaders.values().forEach(text -> {
            Matcher include = INCLUDE.matcher(text);
            while (include.find()) {
                assertThat(shaders).containsKey(include.group(1));
                unused.remove(include.group(1));
            }
        });
        for (Material material : Material.values()) {
            assertThat(shaders).containsKey(material.shader());
            unused.remove(material.shader());
        }
        assertThat(unused)
                .containsExactlyInAnyOrder(
                        "classify.comp",
                        "defocus.comp",
                        "measure.comp",
                        "resolve.comp",
                        "scenery.comp",
                        "shadow.frag",
                        "shadow.vert",
                        "through.frag",
                        "visibility.frag",
                        "visibility.vert");
    }
}
