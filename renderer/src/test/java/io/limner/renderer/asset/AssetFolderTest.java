package io.limner.renderer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.limner.schema.canonical.Sha256;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.Assets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFolderTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectories(temporary.resolve("root"));
        Files.writeString(temporary.resolve("secret.png"), "secret");
        Files.createDirectories(root.resolve("walls/old"));
        Files.write(root.resolve("walls/b.png"), TestAssets.picture("png", 20, 20, (x, y) -> 0));
        Files.write(root.resolve("walls/a.jpg"), TestAssets.picture("jpg", 20, 20, (x, y) -> 0));
        Files.write(root.resolve("walls/old/c.PNG"), TestAssets.picture("png", 20, 20, (x, y) -> 1));
        Files.writeString(root.resolve("walls/notes.txt"), "notes");
        Files.writeString(root.resolve("walls/.hidden.png"), "hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png",
                "walls/../../secret.png",
                "%2e%2e/secret.png",
                "/etc/passwd",
                "file:///etc/passwd",
                "http://127.0.0.1/a.png",
                "s3a://bucket/a.png",
                "walls\\b.png",
                "walls//b.png",
                "walls/.hidden.png",
                "absent.png",
                "walls/b.png/",
                "out.png",
                "out/secret.png",
                "loop.png",
                " "
            })
    void nothingOutsideTheRootIsOpened(String name) throws IOException {
        Files.createSymbolicLink(root.resolve("out.png"), temporary.resolve("secret.png"));
        Files.createSymbolicLink(root.resolve("out"), temporary);
        Files.createSymbolicLink(root.resolve("loop.png"), root.resolve("loop.png"));
        AssetFolder folder = new AssetFolder(root);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> folder.read(name, 1000))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(AssetException.MISSING))
                .withMessageContaining(name)
                .withMessageNotContaining(root.toString());
        assertThatExceptionOfType(AssetException.class).isThrownBy(() -> folder.list(name));
    }

    @Test
    void aLinkMayStayBelowTheRoot() throws IOException {
        Files.createSymbolicLink(root.resolve("link.png"), root.resolve("walls/b.png"));
        assertThat(new AssetFolder(root).read("link.png", 10_000))
                .isEqualTo(Files.readAllBytes(root.resolve("walls/b.png")));
    }

    @Test
    void aLinkedFolderIsFollowedUnlessItLeadsOutOrRound() throws IOException {
        Files.createDirectories(root.resolve("elsewhere"));
        Files.copy(root.resolve("walls/b.png"), root.resolve("elsewhere/z.png"));
        Files.createSymbolicLink(root.resolve("walls/more"), root.resolve("elsewhere"));
        assertThat(new AssetFolder(root).list("walls")).contains("walls/more/z.png");
        Path round = Files.createSymbolicLink(root.resolve("walls/round"), root.resolve("walls"));
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> new AssetFolder(root).list("walls"))
                .withMessageContaining("walls/round: is a link to a folder that holds it");
        Files.delete(round);
        Files.createSymbolicLink(root.resolve("walls/out"), temporary);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> new AssetFolder(root).list("walls"))
                .withMessageContaining("walls/out leads out");
    }

    @Test
    void onlyFilesOfTheKindNeedAPlainName() throws IOException {
        Files.writeString(root.resolve("walls/50% off?.txt"), "notes");
        assertThat(found("walls", "").of(AssetKind.BACKGROUNDS)).hasSize(3);
        Files.copy(root.resolve("walls/b.png"), root.resolve("walls/50%.png"));
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> found("walls", ""))
                .withMessageContaining("walls/50%.png: its name must be a plain path")
                .withMessageContaining("rename it");
    }

    @Test
    void aFolderIsNotPinnedAndAHeadIsNamedAsOne() throws IOException {
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> found("walls", "0".repeat(64)))
                .withMessageContaining("walls: a folder cannot be pinned");
        Files.writeString(root.resolve("ada"), "no head");
        Assets ada = new Assets(Map.of(AssetKind.HEADS, List.of(new Asset("ada", ""))));
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> AssetListing.found(ada, new AssetFolder(root)))
                .withMessageContaining("ada: a head's name must end with .glb");
    }

    @Test
    void aLargerFileThanAllowedIsRefused() {
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> new AssetFolder(root).read("walls/b.png", 10))
                .withMessageContaining("larger");
    }

    @Test
    void aFolderBecomesItsPicturesByNameAndContent() throws IOException {
        Assets found = found("walls", "");
        assertThat(found.of(AssetKind.BACKGROUNDS))
                .extracting(Asset::file)
                .containsExactly("walls/a.jpg", "walls/b.png", "walls/old/c.PNG");
        assertThat(found.of(AssetKind.BACKGROUNDS).get(1).sha256())
                .isEqualTo(Sha256.hex(Sha256.digest().digest(Files.readAllBytes(root.resolve("walls/b.png")))));
        assertThat(AssetListing.found(found, new AssetFolder(root)))
                .as("once more")
                .isEqualTo(found);
    }

    @Test
    void everyFaultyFileIsNamed() throws IOException {
        Files.writeString(root.resolve("walls/d.png"), "no picture");
        Files.writeString(root.resolve("walls/e.jpg"), "none either");
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> found("walls", ""))
                .withMessageContaining("walls/d.png: is neither JPEG nor PNG")
                .withMessageContaining("walls/e.jpg: is neither");
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> found("walls/a.jpg", "0".repeat(64)))
                .withMessageContaining("the spec asks for 000");
        Files.createDirectories(root.resolve("empty"));
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> found("empty", ""))
                .withMessageContaining("holds none of .jpg");
    }

    private Assets found(String name, String hash) throws IOException {
        return AssetListing.found(
                new Assets(Map.of(AssetKind.BACKGROUNDS, List.of(new Asset(name, hash)))), new AssetFolder(root));
    }
}
