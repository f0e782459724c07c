package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the option --assets lets in, and what people are told otherwise. */
class AssetsOptionTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeSpec() throws IOException {
        Files.writeString(
                folder.resolve("own.yaml"),
                "limner: 1\nname: own\nsamples: 4\nassets: { backgrounds: wall.png }\nparameters: { background.style: user }\n");
    }

    private int plan(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("plan", folder.resolve("own.yaml").toString(), "--look", "0"));
        arguments.addAll(List.of(options));
        PrintWriter out = new PrintWriter(said);
        return Limner.run(arguments.toArray(new String[0]), out, out);
    }

    @Test
    void filesNeedARoot() {
        assertThat(plan()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString()).contains("give --assets FOLDER");
    }

    @Test
    void aRootIsAFolderOrAPlaceInAStore() {
        for (String root : List.of(
                "file:///etc",
                "http://169.254.169.254/latest",
                "https://example.org/a",
                "s3a://bucket",
                "s3://bucket/a",
                folder.resolve("absent").toString(),
                folder.resolve("own.yaml").toString())) {
            assertThat(plan("--assets", root)).as(root).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(said.toString()).contains("--assets " + root).doesNotContain("\tat ");
        }
        assertThat(plan("--assets", "s3a://key:secret@bucket/a")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString()).doesNotContain("secret");
    }

    @Test
    void aFaultyFileIsNamedBeforeAnythingIsDrawn() throws IOException {
        assertThat(plan("--assets", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString()).contains("wall.png is not there");
        Files.writeString(folder.resolve("wall.png"), "no picture");
        assertThat(plan("--assets", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString())
                .contains("wall.png: is neither JPEG nor PNG")
                .doesNotContain("\tat ");
    }

    /** Two specs that name the same file say the same; with another root they are pinned to what they name. */
    @Test
    void diffPinsTheFilesOrSaysThatItDidNot() throws IOException {
        String spec = folder.resolve("own.yaml").toString();
        PrintWriter out = new PrintWriter(said);
        assertThat(Limner.run(new String[] {"diff", spec, spec}, out, out)).isZero();
        assertThat(said.toString()).contains("not looked at the files under assets");
        said.getBuffer().setLength(0);
        assertThat(Limner.run(new String[] {"diff", spec, spec, "--assets", folder.toString()}, out, out))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString()).contains("wall.png is not there");
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("wall.png").toFile());
        said.getBuffer().setLength(0);
        assertThat(Limner.run(new String[] {"diff", spec, spec, "--assets", folder.toString()}, out, out))
                .isZero();
        assertThat(said.toString()).contains("The two say the same").doesNotContain("not looked at");
    }

    @Test
    void aFileIsLookedAt() throws IOException {
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("good.png").toFile());
        PrintWriter out = new PrintWriter(said);
        assertThat(Limner.run(
                        new String[] {
                            "assets", "check", folder.resolve("good.png").toString()
                        },
                        out,
                        out))
                .isZero();
        assertThat(said.toString()).contains("read at 40 x 30 pixels");
        Files.writeString(folder.resolve("bad.glb"), "no head");
        Files.writeString(folder.resolve("bad.head.json"), "{}");
        assertThat(Limner.run(
                        new String[] {
                            "assets", "check", folder.resolve("bad.glb").toString()
                        },
                        out,
                        out))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString())
                .contains("bad.head.json  licence  is missing")
                .contains("bad.head.json  landmarks  are 0; the 68 of iBUG are needed")
                .doesNotContain("\tat ");
    }
}
