package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    @TempDir
    Path temp;

    private int folders;

    @Test
    void samplesAreNumberedInTheOrderOfFiles() throws Exception {
        Dataset dataset = load(TestImages.kaggle(8, 3));

        assertThat(dataset.classes()).containsExactly("a", "b");
        assertThat(dataset.samples()).hasSize(22);
        assertThat(dataset.samples().get(0)).isEqualTo(new Sample(0, "Testing/a/Te-000.png", 0, Split.TESTING));
        assertThat(dataset.samples().get(3)).isEqualTo(new Sample(3, "Testing/b/Te-000.png", 1, Split.TESTING));
        assertThat(dataset.samples()).extracting(Sample::file).isSorted();
        assertThat(dataset.samples()).extracting(Sample::index).isSorted().startsWith(0, 1, 2);
    }

    @Test
    void theGivenShareOfEachClassOfTheTrainingImagesValidates() throws Exception {
        Dataset dataset = load(TestImages.kaggle(8, 3));

        assertThat(dataset.samples(Split.TESTING)).hasSize(6).allMatch(s -> s.file()
                .startsWith("Testing/"));
        assertThat(dataset.samples(Split.VALIDATION)).hasSize(4).allMatch(s -> s.file()
                .startsWith("Training/"));
        assertThat(dataset.samples(Split.VALIDATION)).extracting(Sample::label).containsExactly(0, 0, 1, 1);
        assertThat(dataset.samples(Split.TRAINING)).hasSize(12);
    }

    @Test
    void theDrawDependsOnTheSeedAlone() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(20, 2);

        assertThat(validation(load(files, 1))).isEqualTo(validation(load(files, 1)));
        assertThat(validation(load(files, 1))).isNotEqualTo(validation(load(files, 2)));
    }

    @Test
    void exactCopiesAreOnTheSameSide() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(24, 2);
        for (int i = 0; i < 12; i++) {
            files.put("Training/a/copy-%02d.png".formatted(i), files.get("Training/a/Tr-%03d.png".formatted(i)));
        }
        for (long seed = 0; seed < 5; seed++) {
            Map<String, Split> splits = splits(load(files, seed));
            for (int i = 0; i < 12; i++) {
                assertThat(splits.get("Training/a/copy-%02d.png".formatted(i)))
                        .isEqualTo(splits.get("Training/a/Tr-%03d.png".formatted(i)));
            }
            // A quarter of 36 and of 24.
            assertThat(splits.values().stream().filter(Split.VALIDATION::equals))
                    .hasSize(15);
        }
    }

    @Test
    void withoutASplitAShareOfEachClassTests() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("no/%02d.png".formatted(i), TestImages.png(i));
            files.put("yes/%02d.png".formatted(i), TestImages.png(100 + i));
        }
        files.put("yes/copy.png", TestImages.png(100));
        Dataset dataset = load(files);

        assertThat(dataset.samples(Split.TESTING).stream().filter(s -> s.label() == 0))
                .hasSize(10);
        assertThat(dataset.samples(Split.TESTING).stream().filter(s -> s.label() == 1))
                .hasSize(10);
        assertThat(dataset.samples(Split.VALIDATION)).hasSizeBetween(15, 16);
        assertThat(splits(dataset).get("yes/copy.png"))
                .isEqualTo(splits(dataset).get("yes/00.png"));
        assertThat(TestImages.finding(dataset, "cross-split-exact").count()).isZero();
    }

    @Test
    void theManifestTellsSizesDigestsCopiesAndColours() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        files.put("Testing/a/Te-001.png", TestImages.colourJpeg(20, 10));
        files.put("Training/b/Tr-009.png", files.get("Testing/a/Te-000.png"));

        List<ManifestRow> manifest = load(files).manifest();

        assertThat(manifest).extracting(ManifestRow::file).isSorted().hasSize(13);
        ManifestRow first = manifest.get(0);
        assertThat(first)
                .isEqualTo(new ManifestRow(
                        "Testing/a/Te-000.png",
                        Digests.sha256(TestImages.png(5)),
                        8,
                        8,
                        "a",
                        "testing",
                        null,
                        1,
                        List.of("grey")));
        assertThat(manifest.get(1).flags()).containsExactly("rgb");
        assertThat(manifest.get(1).width()).isEqualTo(20);
        assertThat(manifest.get(1).height()).isEqualTo(10);
        assertThat(manifest.get(1).duplicateGroup()).isNull();
        assertThat(manifest.get(12).duplicateGroup()).isEqualTo(1);
        assertThat(manifest.get(12).flags()).containsExactly("duplicate", "grey");
    }

    @Test
    void copiesAreRecognisedByTheirPixelsWhateverTheFile() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        BufferedImage colour = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        PixelImage grey = ImageDecoder.decode(files.get("Training/a/Tr-000.png"));
        for (int i = 0; i < 64; i++) {
            colour.setRGB(i % 8, i / 8, 0x010101 * (grey.data()[i] & 0xff));
        }
        files.put("Training/a/Tr-100.png", TestImages.encode(colour, "png"));

        Dataset dataset = load(files);

        assertThat(TestImages.finding(dataset, "exact-duplicates").files()).containsExactly("Training/a/Tr-100.png");
    }

    @Test
    void everyUnreadableImageIsListedWithItsReason() throws Exception {
        Map<String, byte[]> files = withUnreadable();
        Path data = TestImages.zip(temp.resolve("data.zip"), files);

        assertThatThrownBy(() -> load(data, OnUnreadable.FAIL, 1))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        data
                                                + ": Testing/b/empty.jpg: expected a whole JPEG or PNG image of 8 bits per channel, found an empty file (0 bytes)",
                                        data
                                                + ": Training/a/half.jpg: expected a whole JPEG or PNG image of 8 bits per channel, found a JPEG cut short (no end-of-image marker)",
                                        data
                                                + ": Training/a/text.png: expected a whole JPEG or PNG image of 8 bits per channel, found a file that is neither JPEG nor PNG",
                                        data
                                                + ": Training/b/deep.png: expected a whole JPEG or PNG image of 8 bits per channel, found a PNG of 16 bits per channel"));
    }

    @Test
    void unreadableImagesAreLeftOutWhereTheStudySaysSo() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), withUnreadable());

        Dataset dataset = load(data, OnUnreadable.SKIP, 1);

        assertThat(dataset.samples()).hasSize(12).noneMatch(s -> s.file().endsWith("half.jpg"));
        assertThat(dataset.manifest()).hasSize(16);
        assertThat(dataset.manifest().get(4))
                .isEqualTo(new ManifestRow(
                        "Testing/b/empty.jpg",
                        Digests.sha256(new byte[0]),
                        0,
                        0,
                        "b",
                        "",
                        null,
                        null,
                        List.of("unreadable")));
        Audit.Finding unreadable = TestImages.finding(dataset, "unreadable");
        assertThat(unreadable.count()).isEqualTo(4);
        assertThat(unreadable.severity()).isEqualTo("warning");
        assertThat(unreadable.sentence()).isEqualTo("4 images cannot be read and are left out.");
        assertThat(dataset.audit().images()).isEqualTo(16);
    }

    @Test
    void aClassThatCannotBeDividedIsNamed() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        for (int i = 1; i < 4; i++) {
            files.put("Training/b/Tr-00%d.png".formatted(i), files.get("Training/b/Tr-000.png"));
        }
        Path data = TestImages.folder(temp.resolve("data"), files);

        assertThatThrownBy(() -> load(data, OnUnreadable.FAIL, 1))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "data: expected enough different readable images of b to divide them, found none left for validation");
    }

    @Test
    void theDigestFollowsBytesLabelsAndSplits() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(8, 2);
        String digest = load(files, 1).digest();
        Set<String> digests = new HashSet<>(List.of(digest, load(files, 2).digest()));
        files.put("Training/a/Tr-000.png", TestImages.png(999));
        digests.add(load(files, 1).digest());

        assertThat(digest)
                .matches("[0-9a-f]{64}")
                .isEqualTo(load(TestImages.kaggle(8, 2), 1).digest());
        assertThat(digests).hasSize(3);
    }

    @Test
    void anImageThatChangesAfterwardsIsNoticed() throws Exception {
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(4, 2));
        Dataset dataset = load(data, OnUnreadable.FAIL, 1);

        TestImages.folder(data, Map.of("Testing/a/Te-000.png", TestImages.png(77)));

        assertThatThrownBy(() -> dataset.pixels(0))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "%s/Testing/a/Te-000.png: expected the image that was read before, found other bytes", data);
    }

    private static Map<String, byte[]> withUnreadable() {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        byte[] jpeg = TestImages.colourJpeg(32, 32);
        files.put("Training/a/half.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
        files.put("Training/a/text.png", "no image".getBytes(StandardCharsets.UTF_8));
        files.put(
                "Training/b/deep.png",
                TestImages.encode(new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY), "png"));
        files.put("Testing/b/empty.jpg", new byte[0]);
        return files;
    }

    private Dataset load(Map<String, byte[]> files) throws Exception {
        return load(files, 1);
    }

    private Dataset load(Map<String, byte[]> files, long seed) throws Exception {
        return load(TestImages.folder(temp.resolve("data" + folders++), files), OnUnreadable.FAIL, seed);
    }

    private Dataset load(Path data, OnUnreadable onUnreadable, long seed) {
        return TestImages.load(data, onUnreadable, seed);
    }

    private static List<String> validation(Dataset dataset) {
        return dataset.samples(Split.VALIDATION).stream().map(Sample::file).toList();
    }

    private static Map<String, Split> splits(Dataset dataset) {
        Map<String, Split> splits = new TreeMap<>();
        dataset.samples().forEach(sample -> splits.put(sample.file(), sample.split()));
        return splits;
    }
}
