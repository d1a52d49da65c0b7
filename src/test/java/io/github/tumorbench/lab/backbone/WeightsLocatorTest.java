package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsLocatorTest {
    /** What a server of these tests would give; its MD5 digest is RFC 1321's for "abc". */
    private static final OfficialFile ABC =
            new OfficialFile("net.h5", URI.create("http://127.0.0.1:1/net.h5"), "900150983cd24fb0d6963f7d28e17f72");

    @TempDir
    Path folder;

    private Path given;
    private Path study;
    private Path cache;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        given = Files.createDirectories(folder.resolve("given"));
        study = Files.createDirectories(folder.resolve("study"));
        cache = folder.resolve("cache");
    }

    @Test
    void theOfficialFilesAreThoseOfTheManifest() {
        assertThat(OfficialFile.IMAGENET).containsOnlyKeys(Backbones.names());
        assertThat(OfficialFile.IMAGENET).allSatisfy((backbone, file) -> {
            assertThat(file.name()).isEqualTo(KerasManifest.of(backbone).officialFile());
            assertThat(file.address().toString()).endsWith("/" + file.name());
        });
    }

    @Test
    void aStudysFileIsLookedForInTheFoldersFirst() throws IOException {
        write(given.resolve("a.h5"), "given");
        write(study.resolve("a.h5"), "study");

        assertThat(locator(true).file("a.h5")).isEqualTo(given.resolve("a.h5"));
    }

    @Test
    void aStudysFileIsThenLookedForBesideTheStudy() throws IOException {
        write(study.resolve("sub/a.h5"), "study");

        assertThat(locator(true).file("sub/a.h5")).isEqualTo(study.resolve("sub/a.h5"));
    }

    @Test
    void anAbsolutePathIsTakenAsItIs() throws IOException {
        Path file = write(folder.resolve("elsewhere/a.h5"), "elsewhere");

        assertThat(locator(true).file(file.toString())).isEqualTo(file);
    }

    @Test
    void aStudysFileThatIsNowhereIsRefusedWithWhereItWasLookedFor() {
        assertThatThrownBy(() -> locator(true).file("a.h5"))
                .isInstanceOf(InputException.class)
                .hasMessage("weights: expected the file a.h5, found none at " + given.resolve("a.h5") + " or "
                        + study.resolve("a.h5") + ".");
    }

    @Test
    void aNameThatIsNoPathIsRefused() {
        assertThatThrownBy(() -> locator(true).file("a\0b"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("weights: expected the name of a file, found ");
    }

    @Test
    void anOfficialFileInTheFoldersIsTakenBeforeTheCachesAndNotedWhereItDiffers() throws IOException {
        write(given.resolve("net.h5"), "derived");
        write(cache.resolve("net.h5"), "abc");

        assertThat(locator(true).official("X", progress())).isEqualTo(given.resolve("net.h5"));
        assertThat(said)
                .containsExactly(given.resolve("net.h5") + ": its digest is not the official file's; used as it is.");
    }

    @Test
    void theOfficialFileItselfInTheFoldersIsNotRemarkedOn() throws IOException {
        write(given.resolve("net.h5"), "abc");

        assertThat(locator(true).official("X", progress())).isEqualTo(given.resolve("net.h5"));
        assertThat(said).isEmpty();
    }

    @Test
    void theCachesFileNeedsNoConnection() throws IOException {
        write(cache.resolve("net.h5"), "abc");

        assertThat(locator(false).official("X", progress())).isEqualTo(cache.resolve("net.h5"));
    }

    @Test
    void aDamagedFileInTheCacheIsRefused() throws IOException {
        write(cache.resolve("net.h5"), "abd");

        assertThatThrownBy(() -> locator(true).official("X", progress()))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        cache.resolve("net.h5") + ": expected the MD5 digest 900150983cd24fb0d6963f7d28e17f72, found"
                                + " 4911e516e5aa21d327512e0c8b197616; remove it to have it downloaded again, or put it into a folder"
                                + " given with --weights to use it as it is.");
    }

    @Test
    void anOfflineRunSaysWhichFileToPutWhere() {
        assertThatThrownBy(() -> locator(true).official("X", progress()))
                .isInstanceOf(InputException.class)
                .hasMessage("X: expected its ImageNet weights in " + given + " or " + cache
                        + ", found none, and this run is"
                        + " offline; put net.h5 from http://127.0.0.1:1/net.h5 into " + cache
                        + " or into a folder given with --weights.");
    }

    @Test
    void aMachineWithoutConnectionSaysTheSameAndLeavesNothing() {
        assertThatThrownBy(() -> locator(false).official("X", progress()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("X: expected its ImageNet weights in " + given + " or " + cache
                        + ", found none, and the download failed: ConnectException")
                .hasMessageEndingWith("; put net.h5 from http://127.0.0.1:1/net.h5 into " + cache
                        + " or into a folder given with --weights.");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void aCacheThatCannotBeMadeIsRefused() throws IOException {
        write(cache, "a file");

        assertThatThrownBy(() -> locator(false).official("X", progress()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the download failed: FileAlreadyExistsException (" + cache + ")");
    }

    @Test
    void aBackboneWithoutOfficialWeightsIsRefused() {
        assertThatThrownBy(() -> locator(true).official("Y", progress()))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "Y: expected ImageNet weights to be published for it, found none; use {file: NAME} or random.");
    }

    private WeightsLocator locator(boolean offline) {
        return new WeightsLocator(
                List.of(given),
                study,
                cache,
                offline,
                Map.of("X", ABC),
                new Downloader(2, Duration.ZERO, Duration.ofSeconds(5)));
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public Task start(String title, long steps) {
                return NONE.start(title, steps);
            }
        };
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
