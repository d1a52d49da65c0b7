package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {
    @TempDir
    Path temp;

    @Test
    void theAuditCountsWhatIsWrong() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(9, 3);
        files.put("Training/a/copy1.png", files.get("Testing/a/Te-000.png"));
        files.put("Training/a/copy2.png", files.get("Testing/a/Te-000.png"));
        files.put("Training/b/copy3.png", files.get("Training/a/Tr-001.png"));
        for (int i = 0; i < 8; i++) {
            files.put("Training/b/more-%d.png".formatted(i), TestImages.png(500 + i));
        }

        Audit audit = audit(files);

        assertThat(audit.images()).isEqualTo(35);
        assertThat(audit.edition()).isEqualTo("unknown");
        assertThat(audit.findings())
                .extracting(Audit.Finding::id)
                .containsExactly(
                        "exact-duplicates",
                        "near-duplicates",
                        "cross-split-exact",
                        "cross-split-near",
                        "cross-split-slice",
                        "cross-split-patient",
                        "label-conflicts",
                        "class-balance",
                        "embedded-metadata",
                        "burnt-in-text",
                        "unreadable",
                        "shortcut");
        assertThat(audit.findings())
                .contains(
                        new Audit.Finding(
                                "exact-duplicates",
                                "warning",
                                3,
                                2,
                                List.of("Training/a/copy1.png", "Training/a/copy2.png", "Training/b/copy3.png"),
                                "3 images are exact copies of another image of the collection (2 groups); copies make a collection look larger and more varied than it is."),
                        new Audit.Finding(
                                "cross-split-exact",
                                "serious",
                                1,
                                1,
                                List.of("Testing/a/Te-000.png"),
                                "1 of 6 test images is also among the training images, pixel for pixel; a network can answer there from memory, so such answers say nothing about new patients."),
                        new Audit.Finding(
                                "label-conflicts",
                                "serious",
                                2,
                                1,
                                List.of("Training/a/Tr-001.png", "Training/b/copy3.png"),
                                "2 images, in 1 group of copies, carry different diagnoses for the same picture; at least one label of each group is wrong."),
                        new Audit.Finding(
                                "class-balance",
                                "info",
                                0,
                                2,
                                List.of(),
                                "The classes are of similar size (a 14, b 21)."),
                        new Audit.Finding("unreadable", "info", 0, 0, List.of(), "Every image can be read."));
    }

    @Test
    void aCleanDatasetHasFindingsWithCountZero() throws Exception {
        assertThat(audit(TestImages.kaggle(4, 2)).findings().subList(0, 11))
                .allSatisfy(finding -> assertThat(finding.count()).isZero())
                .extracting(Audit.Finding::severity, Audit.Finding::sentence)
                .containsExactly(
                        tuple("info", "No image is an exact copy of another."),
                        tuple("info", "No image shows the same picture as another, mirrored, stored again or cropped."),
                        tuple("info", "No test image is an exact copy of a training image."),
                        tuple(
                                "info",
                                "No test image shows the same picture as a training image, mirrored, stored again or cropped."),
                        tuple(
                                "unknown",
                                "The slices that the images were made from are not known, so it cannot be told whether one is on both sides."),
                        tuple(
                                "unknown",
                                "The patients are not known, so it cannot be told whether one is on both sides of the split."),
                        tuple("info", "Copies always carry the same diagnosis."),
                        tuple("info", "The classes are of similar size (a 6, b 6)."),
                        tuple("info", "No file holds text or metadata beside its picture."),
                        tuple(
                                "info",
                                "No writing was found beside the head in any picture; writing on the head itself is not looked for."),
                        tuple("info", "Every image can be read."));
    }

    @Test
    void nearCopiesAreCountedWithinAndAcrossTheSplit() throws Exception {
        Map<String, byte[]> files = heads(6);
        files.put("Training/a/mirrored.png", mirrored(files.get("Testing/a/2.png")));
        files.put("Training/a/again.png", files.get("Training/a/mirrored.png"));
        files.put("Training/b/mirrored.png", mirrored(files.get("Training/b/3.png")));

        Dataset dataset = TestImages.load(TestImages.folder(temp.resolve("near"), files), OnUnreadable.FAIL, 1);

        assertThat(TestImages.finding(dataset, "near-duplicates"))
                .isEqualTo(
                        new Audit.Finding(
                                "near-duplicates",
                                "warning",
                                2,
                                2,
                                List.of("Training/a/again.png", "Training/b/mirrored.png"),
                                "2 images show the same picture as an earlier image of the collection without being its exact copy (2 groups): mirrored left to right, stored again or cropped a little. The collection holds fewer different pictures than files."));
        assertThat(TestImages.finding(dataset, "cross-split-near"))
                .isEqualTo(
                        new Audit.Finding(
                                "cross-split-near",
                                "serious",
                                1,
                                1,
                                List.of("Testing/a/2.png"),
                                "1 of 4 test images shows the same picture as a training image, mirrored, stored again or cropped a little. Together with exact copies, 1 test image is known from training."));
        assertThat(dataset.manifest().stream().filter(row -> row.flags().contains("near-duplicate")))
                .extracting(ManifestRow::file)
                .containsExactly(
                        "Testing/a/2.png",
                        "Training/a/again.png",
                        "Training/a/mirrored.png",
                        "Training/b/3.png",
                        "Training/b/mirrored.png");
    }

    @Test
    void storageThatDiffersByClassIsAShortcut() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            files.put("a/%02d.png".formatted(i), TestImages.greyJpeg(40, 40, 100 + i));
            files.put("b/%02d.png".formatted(i), TestImages.greyJpeg(50, 40, 100 + i));
        }

        Audit audit = audit(files);

        assertThat(audit.probes())
                .extracting(Audit.Probe::id, Audit.Probe::accuracy)
                .contains(tuple("size", 1.0), tuple("colour", 0.5));
        assertThat(audit.findings().get(11))
                .isEqualTo(
                        new Audit.Finding(
                                "shortcut",
                                "serious",
                                1,
                                6,
                                List.of(),
                                "From the image’s width and height alone, without looking at anatomy, a simple program names the class of 100.0 % of the images right; always naming the largest class gives 50.0 %. The class a can be told from the others by that alone (balanced accuracy 1.00), so a high recall of it is weak evidence of seeing anatomy."));
    }

    @Test
    void smallClassesAreCounted() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        for (int i = 0; i < 4; i++) {
            files.put("Training/b/more-%d.png".formatted(i), TestImages.png(500 + i));
        }

        Audit.Finding balance = audit(files).findings().get(7);

        assertThat(balance.count()).isEqualTo(1);
        assertThat(balance.severity()).isEqualTo("warning");
        assertThat(balance.sentence())
                .isEqualTo(
                        "The classes are of different size (a 6, b 10): 1 class has fewer than two thirds of the largest; accuracy alone would favour the large ones.");
    }

    @Test
    void statisticsTellWhatEachClassLooksLikeFromAfar() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            files.put("a/%d.jpg".formatted(i), TestImages.greyJpeg(40 + i, 40, 100));
            files.put("b/%d.jpg".formatted(i), TestImages.greyJpeg(64, 48, 200 + i));
        }

        assertThat(audit(files).statistics())
                .containsExactly(
                        new Audit.ClassStatistics("a", 8, 43.5, 40, 1, 100, 0, 100, 0),
                        new Audit.ClassStatistics("b", 8, 64, 48, 1, 203.5, 0, 203.5, 0));
    }

    /** Drawn heads, a third of them for testing. */
    private static Map<String, byte[]> heads(int count) {
        PhantomScanner scanner = new PhantomScanner(5, 64);
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            for (String label : List.of("a", "b")) {
                byte[] pixels = scanner.scan(label.equals("a") ? PhantomClass.GLIOMA : PhantomClass.NOTUMOR, i)
                        .pixels();
                files.put(
                        "%s/%s/%d.png".formatted(i % 3 == 2 ? "Testing" : "Training", label, i),
                        GreyPng.encode(64, 64, pixels));
            }
        }
        return files;
    }

    private static byte[] mirrored(byte[] png) throws UnreadableImageException {
        PixelImage image = ImageDecoder.decode(png);
        byte[] pixels = new byte[image.data().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                pixels[y * image.width() + x] = (byte) image.at(image.width() - 1 - x, y, 0);
            }
        }
        return GreyPng.encode(image.width(), image.height(), pixels);
    }

    private Audit audit(Map<String, byte[]> files) throws IOException {
        Path data = TestImages.folder(temp.resolve("data"), files);
        return TestImages.load(data, OnUnreadable.FAIL, 1).audit();
    }
}
