package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.lab.dataset.figshare.MatFixture;
import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.dataset.phantom.PhantomSlice;
import io.github.tumorbench.lab.download.FileServer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code audit}, {@code link} and {@code data fetch} as a user calls them, well and badly. */
class DataToolsTest {
    private static final int SIZE = 96;
    private static final List<PhantomClass> CLASSES = List.of(PhantomClass.GLIOMA, PhantomClass.MENINGIOMA);
    private static final PhantomScanner SCANNER = new PhantomScanner(4, SIZE);

    @TempDir
    private Path folder;

    private Path data;
    private Path study;

    /** Four images for training and two for testing of each of two classes. */
    @BeforeEach
    void prepare() throws IOException {
        data = folder.resolve("images");
        for (PhantomClass label : CLASSES) {
            for (int i = 0; i < 6; i++) {
                Path place = data.resolve(i < 4 ? "Training" : "Testing").resolve(label.id());
                Files.createDirectories(place);
                ImageIO.write(
                        picture(SCANNER.scan(label, i)),
                        "png",
                        place.resolve(i + ".png").toFile());
            }
        }
        study = study("");
    }

    private Path study(String annotations) throws IOException {
        return Files.writeString(
                folder.resolve("study.yaml"),
                """
                study: test
                title: A test
                seed: 1
                dataset: {source: image-folder%s}
                experiments:
                  - {backbone: MobileNetV2, weights: random, schedule: full}
                schedules:
                  full: {epochs: 1, learningRate: 1e-3}
                """
                        .formatted(annotations));
    }

    private static BufferedImage picture(PhantomSlice slice) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, SIZE, SIZE, slice.pixels());
        return image;
    }

    private Tool.Outcome audit(Object... more) {
        return tool("audit", more);
    }

    private Tool.Outcome tool(String command, Object... more) {
        return Tool.run(Stream.concat(
                        Stream.of(command, study.toString(), "--data", data.toString()),
                        Arrays.stream(more).map(Object::toString))
                .toArray(String[]::new));
    }

    /** Exit code 2 with one line, and nothing in the folder that was not there. */
    private void assertRefused(Tool.Outcome outcome, List<String> before, String... expected) throws IOException {
        assertThat(outcome.errorLines()).hasSize(1);
        assertThat(outcome.err()).startsWith("tumorbench: ").contains(expected);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void theAuditIsPrintedWrittenAndACopyIsStripped() throws IOException {
        Path marked = data.resolve("Training/glioma/0.png");
        Files.write(marked, withText(marked));
        Path named = data.resolve("Testing/glioma/4.png");
        BufferedImage image = ImageIO.read(named.toFile());
        write(image, "ANNA 1957");
        ImageIO.write(image, "png", named.toFile());

        Tool.Outcome outcome = audit("--json", folder.resolve("audit.json"), "--strip", folder.resolve("copy"));

        assertThat(outcome.exitCode()).isZero();
        JsonNode audit =
                new ObjectMapper().readTree(folder.resolve("audit.json").toFile());
        assertThat(audit.path("images").asInt()).isEqualTo(12);
        for (JsonNode finding : audit.path("findings")) {
            assertThat(outcome.out())
                    .contains(
                            finding.path("id").asText(),
                            finding.path("sentence").asText());
            int expected =
                    switch (finding.path("id").asText()) {
                        case "embedded-metadata", "burnt-in-text" -> 1;
                        default -> 0;
                    };
            if (!finding.path("id").asText().equals("shortcut")) {
                assertThat(finding.path("count").asInt())
                        .as(finding.path("id").asText())
                        .isEqualTo(expected);
            }
        }
        assertThat(outcome.out())
                .contains(
                        "(removed from 1 files)",
                        "Writing burnt into pictures is not metadata and stays in the copy (1 picture, see burnt-in-text).");
        data = folder.resolve("copy");
        assertThat(audit().out()).contains("No file holds text or metadata beside its picture.", "1 picture seems");
    }

    /** Half of it beside the head, at the picture's corner. */
    private static void write(BufferedImage image, String text) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 9));
        graphics.drawString(text, 2, 9);
        graphics.dispose();
    }

    /** A text chunk before the end of a PNG, whose last chunk has 12 bytes. */
    private static byte[] withText(Path png) throws IOException {
        byte[] file = Files.readAllBytes(png);
        byte[] chunk = "tEXtAuthor\0somebody".getBytes(StandardCharsets.ISO_8859_1);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(chunk);
        java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(file.length + chunk.length + 8);
        out.put(file, 0, file.length - 12).putInt(chunk.length - 4).put(chunk).putInt((int) crc.getValue());
        return out.put(file, file.length - 12, 12).array();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file,patient~Training/glioma/0.png,P1~Training/glioma/9.png,P2 | line 3: expected a file of the dataset, found Training/glioma/9.png",
                "file,patient~Training/glioma/0.png,P1~Training/glioma/0.png,P2 | line 3: expected each image once, found Training/glioma/0.png again",
                "file,person~Training/glioma/0.png,P1 | expected the columns file and patient, found no patient",
                "file,patient~Training/glioma/0.png | line 2: expected 2 columns, found 1"
            })
    void annotationsThatDoNotFitAreOneLine(String csv, String problem) throws IOException {
        Path annotations =
                Files.writeString(folder.resolve("patients.csv"), csv.strip().replace('~', '\n') + "\n");
        study = study(", annotations: patients.csv");
        List<String> before = everything();

        Tool.Outcome outcome = audit("--json", folder.resolve("audit.json"), "--strip", folder.resolve("copy"));

        assertRefused(outcome, before, annotations + ": " + problem);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aFolderOfOtherThingsIsNotTakenForTheCopy() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "kept");
        List<String> before = everything();

        assertRefused(audit("--strip", precious), before, precious.toString());
        assertThat(precious.resolve("thesis.txt")).hasContent("kept");
    }

    @Test
    void anAuditThatCannotBeWrittenIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        List<String> before = everything();

        assertRefused(audit("--json", file.resolve("audit.json")), before, file.toString());
        assertThat(file).hasContent("kept");
    }

    @Test
    void linkWritesAnnotationsAndMasks() throws IOException {
        slices();
        Path csv = folder.resolve("out/annotations.csv");
        Path masks = folder.resolve("masks.zip");

        Tool.Outcome outcome = link("--out", csv, "--masks", masks);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains(csv + " (6 of 12 images linked)");
        assertThat(Files.readAllLines(csv))
                .hasSize(7)
                .contains(
                        "Testing/glioma/5.png,figshare-1512427,6,0,P006,glioma,1.0000",
                        "Training/glioma/0.png,figshare-1512427,1,0,P001,glioma,1.0000");
        try (ZipFile zip = new ZipFile(masks.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).hasSize(6).contains("Training/glioma/3.png");
        }
        study = study(", annotations: out/annotations.csv");
        assertThat(audit().exitCode()).isZero();
    }

    @Test
    void aTruncatedSliceIsOneLineAndKeepsWhatWasThere() throws IOException {
        slices();
        Path mat = folder.resolve("figshare/3.mat");
        byte[] whole = Files.readAllBytes(mat);
        Files.write(mat, Arrays.copyOf(whole, whole.length / 2));
        refusedLink(mat + ": expected ");
    }

    @Test
    void aMaskOfAnotherSizeIsOneLineAndKeepsWhatWasThere() throws IOException {
        slices();
        Path mat = folder.resolve("figshare/3.mat");
        slice(2).mask(SIZE, SIZE / 2).write(mat);
        refusedLink(mat + ": cjdata/tumorMask: expected as many pixels as the image (96×96), found 96×48");
    }

    private void refusedLink(String problem) throws IOException {
        Path csv = Files.writeString(folder.resolve("annotations.csv"), "as it was");
        List<String> before = everything();

        assertRefused(link("--out", csv, "--masks", folder.resolve("masks.zip")), before, problem);
        assertThat(csv).hasContent("as it was");
    }

    private Tool.Outcome link(Object... more) {
        return tool(
                "link",
                Stream.concat(Stream.of("--figshare", folder.resolve("figshare")), Arrays.stream(more))
                        .toArray());
    }

    /** The gliomas as Figshare's files 1 to 6, each of a patient of its own. */
    private void slices() throws IOException {
        Path figshare = Files.createDirectories(folder.resolve("figshare"));
        for (int i = 0; i < 6; i++) {
            slice(i).write(figshare.resolve((i + 1) + ".mat"));
        }
    }

    private static MatFixture slice(int i) {
        PhantomSlice slice = SCANNER.scan(PhantomClass.GLIOMA, i);
        return MatFixture.of(SIZE, SIZE, slice.pixels(), slice.tumour())
                .patient("" + (10000 + i))
                .label(2);
    }

    @Test
    void fetchDownloadsTheArchiveAndTheSlices() throws IOException {
        byte[] archive = zip();
        String description = "{\"files\": [{\"name\": \"part.zip\", \"download_url\": \"/part\", \"size\": %d}]}"
                .formatted(archive.length);
        Path to = folder.resolve("raw");
        try (FileServer server = new FileServer(exchange -> FileServer.serve(
                exchange,
                exchange.getRequestURI().getPath().equals("/article")
                        ? description.getBytes(StandardCharsets.UTF_8)
                        : archive))) {
            Tool.Outcome outcome = fetch(
                    to, "--from", server.address("a.zip"), "--figshare", "--figshare-from", server.address("article"));

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .matches(".*/raw/brain-tumor-mri\\.zip: sha256 [0-9a-f]{64}");
        }
        assertThat(to.resolve("brain-tumor-mri.zip")).hasBinaryContent(archive);
        assertThat(to.resolve("figshare/part.zip")).hasBinaryContent(archive);
        assertThat(to.resolve("figshare")).isDirectoryContaining(path -> path.endsWith("part.zip"));
    }

    @Test
    void anArchiveThatIsRefusedIsOneLineThatSaysWhatToDo() throws IOException {
        Path to = folder.resolve("raw");
        try (FileServer server = new FileServer(exchange -> exchange.sendResponseHeaders(404, -1))) {
            Tool.Outcome outcome = fetch(to, "--from", server.address("a.zip"));

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.errorLines()).hasSize(1);
            assertThat(outcome.err())
                    .contains(
                            server.address("a.zip") + ": expected the file, found that the server answered 404",
                            "download the archive by hand");
        }
        assertThat(to.resolve("brain-tumor-mri.zip")).doesNotExist();
    }

    @Test
    void whatIsNoArchiveIsNotKept() throws IOException {
        Path to = folder.resolve("raw");
        byte[] page = "<html>please sign in</html>".getBytes(StandardCharsets.UTF_8);
        try (FileServer server = new FileServer(exchange -> FileServer.serve(exchange, page))) {
            Tool.Outcome outcome = fetch(to, "--from", server.address("a.zip"));

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.errorLines().stream().filter(line -> line.startsWith("tumorbench: ")))
                    .hasSize(1);
            assertThat(outcome.err()).contains("expected a whole zip archive, found another file or a damaged one");
        }
        assertThat(to.toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "brain, 'expected the name of a known dataset (brain-tumor-mri), found brain', http://127.0.0.1/",
        "brain-tumor-mri, '--from: expected an address that begins with http:// or https://, found file:/a.zip', file:/a.zip"
    })
    void whatCannotBeFetchedIsOneLine(String name, String problem, String from) throws IOException {
        List<String> before = everything();
        Tool.Outcome outcome =
                Tool.run("data", "fetch", name, "--to", folder.resolve("raw").toString(), "--from", from);
        assertRefused(outcome, before, problem);
    }

    @Test
    void aFolderWithinARepositoryIsRefused() throws IOException {
        Path repository =
                Files.createDirectories(folder.resolve("repository/.git")).getParent();
        List<String> before = everything();
        assertRefused(
                fetch(repository.resolve("images"), "--from", "http://127.0.0.1:9/a.zip"),
                before,
                "images of patients must not get into its history");
    }

    private static Tool.Outcome fetch(Path to, Object... more) {
        return Tool.run(Stream.concat(
                        Stream.of("data", "fetch", "brain-tumor-mri", "--to", to.toString()),
                        Arrays.stream(more).map(Object::toString))
                .toArray(String[]::new));
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Training/glioma/1.jpg"));
            zip.write(new byte[] {1, 2, 3});
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
