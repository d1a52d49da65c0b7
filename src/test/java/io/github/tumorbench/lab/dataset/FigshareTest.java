package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.figshare.MatFixture;
import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.dataset.phantom.PhantomSlice;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices in Figshare's layout, made of drawn heads. */
class FigshareTest {
    private static final int SIZE = 64;
    private static final List<PhantomClass> CLASSES =
            List.of(PhantomClass.MENINGIOMA, PhantomClass.GLIOMA, PhantomClass.PITUITARY);

    @TempDir
    Path temp;

    private final PhantomScanner scanner = new PhantomScanner(3, SIZE);

    @Test
    void imagesFindTheirSlicesMirroredOrNot() throws Exception {
        slices(12);
        Map<String, byte[]> images = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            byte[] pixels = slice(i).pixels();
            images.put(
                    "glioma/%02d.png".formatted(i), GreyPng.encode(SIZE, SIZE, i % 2 == 1 ? mirrored(pixels) : pixels));
        }
        images.put(
                "notumor/1.png",
                GreyPng.encode(
                        SIZE, SIZE, scanner.scan(PhantomClass.NOTUMOR, 99).pixels()));
        Path csv = temp.resolve("out/annotations.csv");
        Path masks = temp.resolve("masks.zip");

        link(images, csv, masks);

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("file,source,source_id,mirrored,patient,source_label,correlation");
        assertThat(lines).hasSize(13);
        for (int i = 0; i < 12; i++) {
            assertThat(lines.get(1 + i))
                    .startsWith("glioma/%02d.png,figshare-1512427,%d,%d,P%03d,%s,1.0000"
                            .formatted(
                                    i,
                                    i + 1,
                                    i % 2,
                                    1 + i / 3,
                                    CLASSES.get(i % 3).id()));
        }
        assertThat(temp.resolve("out")).isDirectoryContaining(path -> path.equals(csv));
        try (ZipTree tree = new ZipTree(masks)) {
            assertThat(tree.files()).hasSize(12);
            boolean[] mask = TumourMask.of(ImageDecoder.decode(tree.read("glioma/01.png")))
                    .inside();
            for (int p = 0; p < mask.length; p++) {
                assertThat(mask[p]).isEqualTo(slice(1).tumour()[p - p % SIZE + SIZE - 1 - p % SIZE]);
            }
        }
    }

    @Test
    void theSourceHasLabelsPatientsAndMasksOfItsOwn() throws Exception {
        slices(60);
        StudyFile study = study("figshare");

        try (ImageSource source = Sources.open(study, null)) {
            Dataset dataset = Dataset.load(source, study, Progress.NONE);

            assertThat(dataset.name()).isEqualTo("figshare-1512427");
            assertThat(dataset.classes()).containsExactly("glioma", "meningioma", "pituitary");
            assertThat(dataset.samples()).hasSize(60);
            ManifestRow first = dataset.manifest().get(0);
            assertThat(first.file()).isEqualTo("glioma/0002.png");
            assertThat(first.patient()).isEqualTo("P001");
            assertThat(dataset.maskOf(dataset.samples().get(0)).orElseThrow().inside())
                    .isEqualTo(slice(1).tumour());
            Map<String, String> sides = new TreeMap<>();
            dataset.manifest().forEach(row -> assertThat(sides.putIfAbsent(row.patient(), row.split()))
                    .isIn(null, row.split()));
        }
    }

    @Test
    void zipPartsAreReadAsDownloaded() throws Exception {
        slices(6);
        Path folder = temp.resolve("figshare");
        Map<String, byte[]> first = new TreeMap<>();
        Map<String, byte[]> second = new TreeMap<>();
        for (int i = 1; i <= 6; i++) {
            Path mat = folder.resolve(i + ".mat");
            (i <= 3 ? first : second).put("part/" + i + ".mat", Files.readAllBytes(mat));
            Files.delete(mat);
        }
        Path one = TestImages.zip(folder.resolve("brainTumorDataPublic_1-3.zip"), first);
        Path two = TestImages.zip(folder.resolve("brainTumorDataPublic_4-6.zip"), second);
        Path whole = TestImages.zip(
                temp.resolve("1512427.zip"),
                Map.of("a.zip", Files.readAllBytes(one), "b.zip", Files.readAllBytes(two)));

        for (Path path : List.of(folder, whole)) {
            try (FigshareFiles files = new FigshareFiles(path)) {
                assertThat(files.numbers()).containsExactly(1, 2, 3, 4, 5, 6);
                assertThat(files.read(5).patient()).isEqualTo("10001B");
            }
        }
    }

    @Test
    void aTruncatedSliceIsOneLineAndLeavesWhatWasThere() throws Exception {
        slices(3);
        Path mat = temp.resolve("figshare/2.mat");
        byte[] whole = Files.readAllBytes(mat);
        Files.write(mat, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path csv = Files.writeString(temp.resolve("annotations.csv"), "as it was");

        assertThatThrownBy(() -> link(Map.of("a/1.png", TestImages.png(1), "b/1.png", TestImages.png(2)), csv, null))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                        .hasSize(1)
                        .allMatch(line -> line.startsWith(mat + ": expected ")));
        assertThat(csv).hasContent("as it was");
        assertThat(temp.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFolderWithoutSlicesIsRefused() throws Exception {
        Files.createDirectories(temp.resolve("figshare"));

        assertThatThrownBy(() -> new FigshareFiles(temp.resolve("figshare")))
                .isInstanceOf(InputException.class)
                .hasMessage(temp.resolve("figshare")
                        + ": expected a folder or a zip archive of Figshare's .mat files, found none");
    }

    @Test
    void pseudonymsDropTheSuffixLetter() {
        assertThat(FigshareFiles.pseudonyms(List.of("MR017B", "100360", "MR017", "MR017C", "99")))
                .isEqualTo(Map.of("100360", "P001", "99", "P002", "MR017", "P003", "MR017B", "P003", "MR017C", "P003"));
    }

    private void link(Map<String, byte[]> images, Path csv, Path masks) throws IOException {
        Path data = TestImages.folder(temp.resolve("data"), images);
        try (ImageSource source = Sources.open(study("data", "image-folder"), data);
                LinkFiles files = new LinkFiles(csv, masks)) {
            files.finish(FigshareLink.link(source, temp.resolve("figshare"), files.masks(), Progress.NONE));
        }
    }

    /** Three slices of a patient in turn, the third with a suffix letter; labels in turn. */
    private void slices(int count) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("figshare"));
        for (int i = 0; i < count; i++) {
            PhantomSlice slice = slice(i);
            MatFixture.of(SIZE, SIZE, slice.pixels(), slice.tumour())
                    .patient("%05d%s".formatted(10000 + i / 3, i % 3 == 1 ? "B" : ""))
                    .label(1 + i % 3)
                    .write(folder.resolve((i + 1) + ".mat"));
        }
    }

    private PhantomSlice slice(int i) {
        return scanner.scan(CLASSES.get(i % 3), i);
    }

    private StudyFile study(String path) {
        return study(path, "figshare");
    }

    private StudyFile study(String path, String source) {
        return StudyReader.parse(
                "s.yaml",
                """
                study: s
                title: T
                seed: 1
                dataset: {source: %s, path: %s}
                experiments: [{backbone: MobileNetV2, weights: random, schedule: full}]
                schedules: {full: {epochs: 1, learningRate: 1e-3}}
                """
                        .formatted(source, path),
                temp);
    }

    private static byte[] mirrored(byte[] pixels) {
        byte[] mirrored = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            mirrored[i] = pixels[i - i % SIZE + SIZE - 1 - i % SIZE];
        }
        return mirrored;
    }
}
