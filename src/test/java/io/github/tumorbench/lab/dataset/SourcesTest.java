package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kagglesLayoutIsReadFromAFolderOrAnArchive(boolean zipped) throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(2, 1);
        files.put("README.txt", new byte[1]);
        files.put("Training/a/.hidden.png", new byte[1]);
        files.put("Training/a/notes.txt", new byte[1]);
        files.put("__MACOSX/Training/a/._Tr-000.png", new byte[1]);

        try (ImageSource source = open(written(files, zipped))) {
            assertThat(source.name()).isEqualTo(zipped ? "data.zip" : "data");
            assertThat(source.classes()).containsExactly("a", "b");
            assertThat(source.entries())
                    .containsExactly(
                            new ImageEntry("Testing/a/Te-000.png", "a", Split.TESTING),
                            new ImageEntry("Testing/b/Te-000.png", "b", Split.TESTING),
                            new ImageEntry("Training/a/Tr-000.png", "a", Split.TRAINING),
                            new ImageEntry("Training/a/Tr-001.png", "a", Split.TRAINING),
                            new ImageEntry("Training/b/Tr-000.png", "b", Split.TRAINING),
                            new ImageEntry("Training/b/Tr-001.png", "b", Split.TRAINING));
            assertThat(source.bytes(source.entries().get(3))).isEqualTo(TestImages.png(2));
            assertThat(source.mask(source.entries().get(3))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLayoutMayLieInOneWrappingFolder(boolean zipped) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        TestImages.kaggle(1, 1).forEach((name, bytes) -> files.put("brain mri/" + name, bytes));

        try (ImageSource source = open(written(files, zipped))) {
            ImageEntry first = source.entries().get(0);
            assertThat(first.file()).isEqualTo("Testing/a/Te-000.png");
            assertThat(source.bytes(first)).isEqualTo(TestImages.png(2));
            assertThat(source.place(first)).endsWith("brain mri/Testing/a/Te-000.png");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneLevelOfClassFoldersHasNoSplit(boolean zipped) throws Exception {
        Map<String, byte[]> files =
                Map.of("yes/1.JPG", new byte[1], "yes/2.jpeg", new byte[1], "no/x.Png", new byte[1]);

        try (ImageSource source = open(written(files, zipped))) {
            assertThat(source.entries())
                    .containsExactly(
                            new ImageEntry("no/x.Png", "no", null),
                            new ImageEntry("yes/1.JPG", "yes", null),
                            new ImageEntry("yes/2.jpeg", "yes", null));
        }
    }

    @Test
    void anArchiveWithBackslashesIsReadToo() throws Exception {
        Map<String, byte[]> files = Map.of("yes\\1.png", TestImages.png(1), "no\\1.png", TestImages.png(2));

        try (ImageSource source = open(TestImages.zip(temp.resolve("data.zip"), files))) {
            assertThat(source.bytes(new ImageEntry("no/1.png", "no", null))).isEqualTo(TestImages.png(2));
        }
    }

    @Test
    void aRelativePathStartsAtTheStudysFolder() throws Exception {
        TestImages.folder(temp.resolve("raw/mri"), TestImages.kaggle(1, 1));
        Path configs = Files.createDirectories(temp.resolve("configs"));

        try (ImageSource source = Sources.open(study(configs, "../raw/mri", null), null)) {
            assertThat(source.entries()).hasSize(4);
        }
    }

    @Test
    void masksLieAtThePathsOfTheImages() throws Exception {
        BufferedImage drawn = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        drawn.setRGB(2, 5, -1);
        drawn.setRGB(3, 5, -1);
        Map<String, byte[]> masks = Map.of(
                "Training/a/Tr-000.png", TestImages.encode(drawn, "png"), "Training/b/Tr-000.png", new byte[] {1, 2, 3
                });
        TestImages.zip(temp.resolve("masks.zip"), masks);
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(1, 1));

        try (ImageSource source = Sources.open(study(temp, null, "masks.zip"), data)) {
            TumourMask mask = source.mask(source.entries().get(2)).orElseThrow();
            assertThat(mask.area()).isEqualTo(2);
            assertThat(mask.at(2, 5)).isTrue();
            assertThat(source.mask(source.entries().get(0))).isEmpty();
            assertThatThrownBy(() -> source.mask(source.entries().get(3)))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "%s: Training/b/Tr-000.png: expected a tumour mask as PNG, found a file that is neither JPEG nor PNG",
                            temp.resolve("masks.zip"));
        }
    }

    @Test
    void masksThatTheStudyDoesNotNameAreTakenFromBesideTheImages() throws Exception {
        BufferedImage drawn = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        drawn.setRGB(2, 5, -1);
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(1, 1));
        try (ImageSource source = Sources.open(study(temp, null, null), data)) {
            assertThat(source.mask(source.entries().get(2))).isEmpty();
        }
        TestImages.zip(temp.resolve("masks.zip"), Map.of("Training/a/Tr-000.png", TestImages.encode(drawn, "png")));
        try (ImageSource source = Sources.open(study(temp, null, null), data)) {
            assertThat(source.mask(source.entries().get(2)).orElseThrow().area())
                    .isEqualTo(1);
        }
    }

    @Test
    void aStudyWithoutAPathAsksForData() {
        assertThatThrownBy(() -> Sources.open(study(temp, null, null), null))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "test.yaml: dataset.path: expected a folder or a zip archive of images, found none; name it there or give --data PATH");
    }

    @Test
    void dataThatIsNotThereIsNamed() {
        refused(temp.resolve("nowhere"), "%s: expected a folder or a zip archive of images, found nothing there");
    }

    @Test
    void masksThatAreNotThereAreNamed() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(1, 1));

        assertThatThrownBy(() -> Sources.open(study(temp, null, "masks.zip"), data))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "%s: expected a folder or a zip archive of tumour masks, found nothing there",
                        temp.resolve("masks.zip"));
    }

    @Test
    void phantomsTakeNoData() {
        assertThatThrownBy(() -> Sources.open(TestImages.phantoms(temp, 1, 64, 1, 1), Path.of("mri.zip")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "test.yaml: dataset.source: expected image-folder where --data is given (mri.zip), found phantom, which draws its images itself");
    }

    @Test
    void phantomsHaveALeastSize() {
        assertThatThrownBy(() -> Sources.open(TestImages.phantoms(temp, 1, 16, 1, 1), null))
                .isInstanceOf(InputException.class)
                .hasMessage("test.yaml: dataset.phantom.size: expected at least 48 pixels, found 16");
    }

    @Test
    void aFolderWithoutClassFoldersIsRefused() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), Map.of("1.png", TestImages.png(1)));

        refused(data, "%s: expected at least two class folders with images, found none");
    }

    @Test
    void aSingleClassIsRefused() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), Map.of("glioma/1.png", TestImages.png(1)));

        refused(data, "%s: expected at least two class folders with images, found only glioma");
    }

    @Test
    void emptyClassFoldersAreAllNamed() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(1, 1);
        files.remove("Training/a/Tr-000.png");
        files.put("Training/a/", new byte[0]);
        files.remove("Testing/b/Te-000.png");
        files.put("Testing/b/list.txt", new byte[1]);
        Path data = TestImages.folder(temp.resolve("data"), files);

        refused(
                data,
                "%1$s/Training/a: expected JPEG or PNG images, found an empty folder\n"
                        + "%1$s/Testing/b: expected JPEG or PNG images, found only other files");
        refused(
                TestImages.zip(temp.resolve("data.zip"), files),
                "%1$s: Training/a: expected JPEG or PNG images, found an empty folder\n"
                        + "%1$s: Testing/b: expected JPEG or PNG images, found only other files");
    }

    @Test
    void aMissingSplitIsNamed() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), Map.of("Training/a/1.png", TestImages.png(1)));

        refused(data, "%s: expected the folders Training and Testing, found no Testing");
    }

    @Test
    void classesMissingInOneSplitAreNamed() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(1, 1);
        files.put("Training/c/1.png", TestImages.png(9));
        files.put("Testing/d/1.png", TestImages.png(8));

        refused(
                TestImages.folder(temp.resolve("data"), files),
                "%1$s/Testing: expected a folder for each class of Training, found none for c\n"
                        + "%1$s/Training: expected a folder for each class of Testing, found none for d");
    }

    @Test
    void foldersInsideAClassFolderAreRefused() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(1, 1);
        files.put("Training/a/more/1.png", TestImages.png(9));

        refused(
                TestImages.folder(temp.resolve("data"), files),
                "%s/Training/a: expected images directly in the class folder, found the folder more");
    }

    private Path written(Map<String, byte[]> files, boolean zipped) throws Exception {
        return zipped
                ? TestImages.zip(temp.resolve("data.zip"), new LinkedHashMap<>(files))
                : TestImages.folder(temp.resolve("data"), files);
    }

    private ImageSource open(Path data) {
        return Sources.open(study(temp, null, null), data);
    }

    private void refused(Path data, String problems) {
        assertThatThrownBy(() -> open(data)).isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                .isEqualTo(List.of(problems.formatted(data).split("\n"))));
    }

    private static StudyFile study(Path folder, String path, String masks) {
        return TestImages.study(folder, path, masks, OnUnreadable.FAIL, 1);
    }
}
