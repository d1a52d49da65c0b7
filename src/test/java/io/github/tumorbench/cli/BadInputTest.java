package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong, seen from the command line: one line with the place, exit code 2, nothing left behind. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Path out;
    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        out = folder.resolve("out");
        data = folder.resolve("images");
        for (String split : List.of("Training", "Testing")) {
            for (PhantomClass label : PhantomClass.values()) {
                Path place = Files.createDirectories(data.resolve(split).resolve(label.id()));
                for (int i = 0; i < 4; i++) {
                    ImageIO.write(
                            image(i + 10 * label.ordinal() + split.length()),
                            "png",
                            place.resolve(i + ".png").toFile());
                }
            }
        }
    }

    private static BufferedImage image(int value) {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        // Unlike any other, so that none is taken for another's copy.
        Random random = new Random(value);
        for (int i = 0; i < 1600; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, random.nextInt(256));
        }
        return image;
    }

    private Path study(String weights) throws IOException {
        return Files.writeString(
                folder.resolve("study.yaml"),
                """
                study: test
                title: A test
                seed: 1
                dataset: {source: image-folder}
                experiments:
                  - {backbone: MobileNetV2, input: 32, weights: %s, features: Conv1_relu, schedule: frozen}
                schedules:
                  frozen: {epochs: 1, learningRate: 1e-3}
                """
                        .formatted(weights));
    }

    private Tool.Outcome run(Path study, Path images, Path target) {
        return Tool.run(
                "run",
                study.toString(),
                "--data",
                images.toString(),
                "--out",
                target.toString(),
                "--cache",
                Path.of("target", "test-cache").toString());
    }

    private void assertRefused(Tool.Outcome outcome, String... expected) {
        assertThat(outcome.errorLines()).hasSize(1);
        assertThat(outcome.errorLines().get(0)).startsWith("tumorbench: ").contains(expected);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noSuchStudy() {
        Path missing = folder.resolve("missing.yaml");
        assertRefused(run(missing, data, out), missing.toString());
    }

    @Test
    void anUnknownKey() throws IOException {
        Path study = study("random");
        Files.writeString(study, Files.readString(study).replace("epochs: 1", "epoch: 1, epochs: 1"));
        assertRefused(run(study, data, out), "schedules.frozen.epoch", "epochs");
    }

    @Test
    void anUnknownBackbone() throws IOException {
        Path study = study("random");
        Files.writeString(study, Files.readString(study).replace("MobileNetV2", "VGG16"));
        assertRefused(run(study, data, out), study.toString(), "VGG16", "MobileNetV2");
    }

    @Test
    void anEmptyClassFolder() throws IOException {
        Path empty = data.resolve("Training").resolve("glioma");
        for (int i = 0; i < 4; i++) {
            Files.delete(empty.resolve(i + ".png"));
        }
        assertRefused(run(study("random"), data, out), "glioma");
    }

    @Test
    void imagesThatCannotBeRead() throws IOException {
        Path place = data.resolve("Training").resolve("glioma");
        byte[] whole = Files.readAllBytes(place.resolve("0.png"));
        Files.write(place.resolve("0.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(place.resolve("1.png"), new byte[0]);
        Files.writeString(place.resolve("2.png"), "no picture");
        ImageIO.write(
                new BufferedImage(40, 40, BufferedImage.TYPE_USHORT_GRAY),
                "png",
                place.resolve("3.png").toFile());
        Tool.Outcome outcome = run(study("random"), data, out);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(outcome.errorLines().get(i)).contains("glioma/" + i + ".png");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void aZipCutShort() throws IOException {
        Path zip = zip("cut.zip", "Training/glioma/0.png");
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));
        assertRefused(run(study("random"), zip, out), zip.toString());
    }

    @Test
    void aZipThatClimbsOut() throws IOException {
        Path zip = zip("climbing.zip", "../../Training/glioma/0.png");
        assertRefused(run(study("random"), zip, out), zip.toString(), "../../Training/glioma/0.png");
    }

    private Path zip(String name, String entry) throws IOException {
        Path zip = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file)) {
            entries.putNextEntry(new ZipEntry(entry));
            entries.write(Files.readAllBytes(data.resolve("Training/glioma/0.png")));
        }
        return zip;
    }

    @Test
    void aWeightsFileThatIsNotHdf5() throws IOException {
        Path weights = Files.writeString(folder.resolve("weights.h5"), "no weights");
        assertRefused(run(study("{file: weights.h5}"), data, out), weights.toString());
    }

    @Test
    void weightsThatAreNowhere() throws IOException {
        assertRefused(run(study("{file: weights.h5}"), data, out), "weights.h5");
    }

    @Test
    void aPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        Tool.Outcome outcome = run(study("random"), data, file.resolve("out"));
        assertRefused(outcome, file.toString());
        assertThat(file).hasContent("kept");
    }

    @Test
    void aFolderOfOtherThingsIsNotOverwritten() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious").resolve("record"));
        Files.writeString(precious.resolve("thesis.txt"), "kept");
        assertRefused(run(study("random"), data, folder.resolve("precious")), precious.toString());
        assertThat(precious.resolve("thesis.txt")).hasContent("kept");
    }

    @Test
    void wrongArguments() {
        Tool.Outcome outcome = Tool.run("run", "--datum", "x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("tumorbench: Unknown option: '--datum'");
        assertThat(Tool.run().exitCode()).isEqualTo(2);
        assertThat(Tool.run("press").exitCode()).isEqualTo(2);
    }

    @Test
    void aReportInOneFileInPlaceOfAnotherFile() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.html"), "kept");
        Tool.Outcome outcome = Tool.run(
                "press",
                folder.resolve("record").toString(),
                "--site",
                out.toString(),
                "--single-file",
                thesis.toString());
        assertRefused(outcome, thesis.toString(), "a report in one file");
        assertThat(thesis).hasContent("kept");
    }

    @Test
    void noSuchRecord() {
        Path missing = folder.resolve("record");
        Tool.Outcome outcome = Tool.run(
                "press", missing.toString(), "--site", folder.resolve("site").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines()).hasSize(1);
        assertThat(outcome.err()).contains(missing.toString());
        assertThat(folder.resolve("site")).doesNotExist();
    }
}
