package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTreeTest {
    @TempDir
    Path temp;

    private Path archive;

    @BeforeEach
    void nameTheArchive() {
        archive = temp.resolve("archive.zip");
    }

    @Test
    void filesAndFoldersAreListedSortedWithoutHiddenOnes() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("b/2.png", new byte[] {2});
        files.put("a/", new byte[0]);
        files.put("b/1.png", new byte[] {1});
        files.put("__MACOSX/b/._1.png", new byte[] {3});
        files.put("b/.DS_Store", new byte[] {4});
        TestImages.zip(archive, files);

        try (ZipTree tree = new ZipTree(archive)) {
            assertThat(tree.files()).containsExactly("b/1.png", "b/2.png");
            assertThat(tree.folders()).containsExactly("a");
            assertThat(tree.read("b/2.png")).containsExactly(2);
            assertThat(tree.place("b/2.png")).isEqualTo(archive + ": b/2.png");
            assertThat(tree.place("")).isEqualTo(archive.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.png",
                "a/../../evil.png",
                "/etc/evil.png",
                "C:/evil.png",
                "..\\evil.png",
                "__MACOSX/../../x"
            })
    void anEntryThatClimbsOutIsRefused(String name) throws Exception {
        TestImages.zip(archive, Map.of("a/1.png", TestImages.png(1), name, TestImages.png(2)));

        refused("%s: expected entries that stay inside the archive's folder, found " + name);
    }

    @Test
    void anArchiveCutShortIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(TestImages.zip(archive, TestImages.kaggle(3, 2)));
        for (int length : new int[] {1, whole.length / 3, whole.length - 30, whole.length - 1}) {
            Files.write(archive, Arrays.copyOf(whole, length));

            refused(
                    "%s: expected a whole zip archive or a folder, found a file that cannot be read as one (zip END header not found)");
        }
    }

    @Test
    void anArchiveThatLacksItsBeginningIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(TestImages.zip(archive, TestImages.kaggle(3, 2)));
        Files.write(archive, Arrays.copyOfRange(whole, whole.length / 2, whole.length));

        assertThatThrownBy(() -> new ZipTree(archive))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(archive
                        + ": expected a whole zip archive or a folder, found a file that cannot be read as one (");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws Exception {
        Files.writeString(archive, "not a zip archive, however long this sentence may become");

        refused(
                "%s: expected a whole zip archive or a folder, found a file that cannot be read as one (zip END header not found)");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Files.createFile(archive);

        refused(
                "%s: expected a whole zip archive or a folder, found a file that cannot be read as one (zip file is empty)");
    }

    @Test
    void anImageThatDeclaresTooManyBytesIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(TestImages.zip(archive, Map.of("a/1.png", TestImages.png(1))));
        // The uncompressed size lies 24 bytes into the entry of the central directory.
        int directory = find(bytes, new byte[] {'P', 'K', 1, 2});
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 300 << 20);
        Files.write(archive, bytes);

        refused("%s: a/1.png: expected an image of at most 268435456 bytes, found one that declares 314572800");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws Exception {
        TestImages.zip(archive, Map.of("a/1.png", TestImages.png(1), "a/2.png", TestImages.png(2)));
        byte[] bytes = Files.readAllBytes(archive);
        byte[] second = "a/2.png".getBytes(StandardCharsets.US_ASCII);
        for (int at = find(bytes, second); at >= 0; at = find(bytes, second)) {
            bytes[at + 2] = '1';
        }
        Files.write(archive, bytes);

        refused("%s: a/1.png: expected each name once in the archive, found it twice");
    }

    @Test
    void anEntryWithDamagedBytesIsUnreadable() throws Exception {
        byte[] bytes = Files.readAllBytes(TestImages.zip(archive, Map.of("a/1.png", TestImages.png(1))));
        int directory = find(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 16] ^= 1;
        Files.write(archive, bytes);

        try (ZipTree tree = new ZipTree(archive)) {
            assertThatThrownBy(() -> tree.read("a/1.png"))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessage("a damaged archive entry (size or check sum differs)");
        }
    }

    private void refused(String problem) {
        assertThatThrownBy(() -> new ZipTree(archive))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                        .isEqualTo(List.of(problem.formatted(archive))));
    }

    private static int find(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
