package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordReaderTest {
    private static final String FIRST = "experiments/" + SampleRecords.FIRST + "/";

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheRecord() {
        RecordWriter.write(SampleRecords.sample(folder), folder);
    }

    private List<String> problems() {
        return catchThrowableOfType(InputException.class, () -> RecordReader.read(folder))
                .problems();
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    /** File, what to replace by what, and the one line that must come of it, after the file's name. */
    static Stream<Arguments> damages() {
        return Stream.of(json(), manifest(), predictions(), others(), explanations())
                .flatMap(table -> table);
    }

    private static Stream<Arguments> json() {
        return Stream.of(
                arguments(
                        "run.json",
                        "\"schemaVersion\": 2",
                        "\"schemaVersion\": 3",
                        "schemaVersion: expected at most 2, found 3; a newer tumorbench wrote this record and is needed to read it"),
                arguments(
                        "run.json",
                        "\"schemaVersion\": 2",
                        "\"schemaVersion\": \"2\"",
                        "schemaVersion: expected 2, found \"2\""),
                arguments("run.json", "\"schemaVersion\": 2,", "", "schemaVersion: expected 2, found nothing"),
                arguments(
                        "run.json",
                        "\"epochs\": 2,\n        \"batch\": 12,\n        \"optimizer\": \"adamw\"",
                        "\"epochs\": 0,\n        \"batch\": 12,\n        \"optimizer\": \"adamw\"",
                        "study: schedules.full.epochs: expected an integer of at least 1, found 0"),
                arguments(
                        "run.json",
                        "\"no tumour\"",
                        "\"glioma\"",
                        "classes: expected at least two different names, found [glioma, glioma]"),
                arguments(
                        "run.json",
                        "\"" + SampleRecords.SECOND + "\"",
                        "\"../up\"",
                        "experiments: expected lower-case words joined by hyphens, found ../up"),
                arguments(
                        "run.json",
                        "\"" + SampleRecords.SECOND + "\"",
                        "\"" + SampleRecords.FIRST + "\"",
                        "experiments: expected each id once, found [" + SampleRecords.FIRST + ", " + SampleRecords.FIRST
                                + "]"),
                arguments(
                        "run.json",
                        "\"dirty\": true",
                        "\"dirty\": 1",
                        "provenance.dirty: expected true or false, found 1"),
                arguments(
                        "execution.json",
                        "\"schemaVersion\": 2",
                        "\"schemaVersion\": 3",
                        "schemaVersion: expected at most 2, found 3; a newer tumorbench wrote this record and is needed to read it"),
                arguments(
                        "execution.json",
                        "\"seconds\": 1.5",
                        "\"seconds\": \"1.5\"",
                        "stages[0].seconds: expected a number, found \"1.5\""),
                arguments(
                        "execution.json",
                        "\"seconds\": 1.5",
                        "\"seconds\": null",
                        "stages[0].seconds: expected a number, found null"),
                arguments(
                        "execution.json",
                        "\"seconds\": 1.5,",
                        "",
                        "stages[0].seconds: expected a value, found nothing"),
                arguments(
                        "execution.json",
                        "\"processors\": 2",
                        "\"processors\": 2.5",
                        "hosts[0].processors: expected an integer, found 2.5"),
                arguments(
                        "execution.json",
                        "\"processors\": 2",
                        "\"processors\": 2, \"cores\": 2",
                        "hosts[0].cores: unknown key"),
                arguments(
                        "execution.json",
                        "\"peakResidentBytes\": 0",
                        "\"peakResidentBytes\": 0 0",
                        "expected JSON, found an error at line 15, column 26: Unexpected character ('0' (code 48)): was expecting comma to separate Object entries"),
                arguments(
                        "dataset/audit.json",
                        "\"files\": []",
                        "\"files\": null",
                        "findings[1].files: expected a list without nulls, found null"),
                arguments(
                        "dataset/audit.json",
                        "\"images\": 4",
                        "\"images\": 4, \"images\": 4",
                        "expected JSON, found an error at line 5, column 24: Duplicate field 'images'"),
                arguments(
                        FIRST + "experiment.json",
                        "\"id\": \"" + SampleRecords.FIRST,
                        "\"id\": \"other",
                        "id: expected " + SampleRecords.FIRST + " as its folder, found other"),
                arguments(
                        FIRST + "experiment.json",
                        "\"testImages\": 2",
                        "\"testImages\": 3",
                        "testImages: expected 2 as predictions.csv has rows, found 3"),
                arguments(
                        FIRST + "experiment.json",
                        "\"validationImages\": 1",
                        "\"validationImages\": 0",
                        "validationImages: expected 1 as validation.csv has rows, found 0"));
    }

    private static Stream<Arguments> manifest() {
        String file = "dataset/manifest.csv";
        return Stream.of(
                arguments(file, "glioma,training", "glioma,", "line 2: split: expected text, found nothing"),
                arguments(
                        file,
                        ",48,64,glioma,training",
                        ",48,64.0,glioma,training",
                        "line 2: height: expected an integer, found 64.0"),
                arguments(
                        file,
                        ",48,64,glioma,training",
                        ",48,,glioma,training",
                        "line 2: height: expected an integer, found nothing"),
                arguments(
                        file,
                        "glioma,training",
                        "gliom,training",
                        "line 2: class: expected one of glioma, no tumour, found gliom"),
                arguments(file, "p1,3,", "p1,three,", "line 2: duplicate_group: expected an integer, found three"),
                arguments(file, "p1,3,", "p1,3,,", "line 2: expected 9 cells, found 10"),
                arguments(
                        file,
                        "Training/no tumour/2.jpg",
                        "Training/glioma/1.jpg",
                        "line 3: expected each file once, found Training/glioma/1.jpg again after line 2"),
                arguments(
                        file,
                        "split,patient",
                        "patient,split",
                        "line 1: expected the columns file,sha256,width,height,class,split,patient,duplicate_group,flags, found file,sha256,width,height,class,patient,split,duplicate_group,flags"));
    }

    private static Stream<Arguments> predictions() {
        String file = FIRST + "predictions.csv";
        String p = "0.7310585786300049,0.7310585786300049,0.2689414213699951,1.0,0.0";
        return Stream.of(
                arguments(
                        file,
                        p,
                        p.replace(",0.2689414213699951", ",NaN"),
                        "line 2: p_no tumour: expected a number, found NaN"),
                arguments(
                        file,
                        p,
                        p.replace(",1.0,", ",Infinity,"),
                        "line 2: logit_glioma: expected a number, found Infinity"),
                arguments(file, p, p.replace(",1.0,", ",,"), "line 2: logit_glioma: expected a number, found nothing"),
                arguments(
                        file,
                        p,
                        p.replace(",0.2689414213699951", ",-0.25"),
                        "line 2: p_no tumour: expected a number from 0 to 1, found -0.25"),
                arguments(
                        file,
                        p,
                        p.replace(",0.2689414213699951", ",0.5"),
                        "line 2: expected probabilities that sum to 1, found the sum 1.2310585786300048"),
                arguments(
                        file,
                        p,
                        p.replace(",1.0,0.0", ",1.0,1.5"),
                        "line 2: predicted: expected no tumour, which has the highest logit, found glioma"),
                arguments(
                        file,
                        p,
                        "0.25,0.25,0.75,1.0,0.0",
                        "line 2: predicted: expected no tumour, which has the highest probability, found glioma"),
                arguments(
                        file,
                        p,
                        p.replaceFirst("0.7310585786300049", "0.73"),
                        "line 2: confidence: expected p_glioma, which is 0.7310585786300049, found 0.73"),
                arguments(
                        file,
                        "jpg,glioma,glioma",
                        "jpg,glioma,meningioma",
                        "line 2: predicted: expected one of glioma, no tumour, found meningioma"),
                arguments(
                        file,
                        "jpg,glioma,glioma",
                        "jpg,no tumour,glioma",
                        "line 2: label: expected the manifest's class glioma, found no tumour"),
                arguments(
                        file,
                        "Testing/glioma/3.jpg",
                        "Testing/glioma/4.jpg",
                        "line 2: file: expected a file of the manifest, found Testing/glioma/4.jpg"),
                arguments(file, ",logit_no tumour", "", "line 1: expected a column logit_no tumour, found none"),
                arguments(file, "logit_no tumour", "logit_no tumour,extra", "line 1: unknown column extra"),
                arguments(
                        FIRST + "validation.csv",
                        "-1.25,-1.0",
                        "-1.25,x",
                        "line 2: logit_no tumour: expected a number, found x"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                arguments(
                        FIRST + "history.csv",
                        "\n2,",
                        "\n1,",
                        "line 3: expected each epoch once, found 1 again after line 2"),
                arguments(FIRST + "projection.csv", "-12.5", "left", "line 2: x: expected a number, found left"),
                arguments(
                        FIRST + "gradcam.csv",
                        "0.0 0.25 1.0 1.0E-5",
                        "0.0 0.25 1.0",
                        "line 2: map: expected 2 × 2 values, found 3"),
                arguments(
                        FIRST + "gradcam.csv",
                        "0.0 0.25 1.0",
                        "0.0  0.25 1.0",
                        "line 2: map: expected numbers separated by spaces, found 0.0  0.25 1.0 1.0E-5"),
                arguments(
                        FIRST + "gradcam.csv",
                        "false,true,0.625",
                        "false,yes,0.625",
                        "line 2: pointing_hit: expected true or false, found yes"),
                arguments(
                        FIRST + "gradcam.csv",
                        "pictures/3.png",
                        "pictures/../../3.png",
                        "line 2: picture: expected a path within the experiment's folder, found pictures/../../3.png"));
    }

    private static Stream<Arguments> explanations() {
        return Stream.of(
                arguments(
                        FIRST + "attention.csv",
                        "glioma,gradcam++",
                        "glioma,grad-cam",
                        "line 2: method: expected one of gradcam, gradcam++, hirescam, centre, random, found grad-cam"),
                arguments(
                        FIRST + "occlusion.csv", ",1,2,1.0", ",2,2,1.0", "line 2: map: expected 2 × 2 values, found 2"),
                arguments(
                        FIRST + "agreement.csv",
                        "gradcam,hirescam",
                        "gradcam,occlusion",
                        "line 3: expected each file, target and pair of methods once, found Testing/glioma/3.jpg, glioma, gradcam, occlusion again after line 2"),
                arguments(FIRST + "randomisation.csv", ",0,head", ",0,", "line 2: layer: expected text, found nothing"),
                arguments(
                        FIRST + "perturbation.csv",
                        "0.2,0.1",
                        "0.2,1.1",
                        "line 2: p_90: expected a number from 0 to 1, found 1.1"),
                arguments(
                        FIRST + "corruptions.csv",
                        "jpg,glioma,blur",
                        "jpg,no tumour,blur",
                        "line 3: label: expected the manifest's class glioma, found no tumour"),
                arguments(
                        FIRST + "neighbours.csv",
                        "Training/glioma/1.jpg",
                        "Training/glioma/7.jpg",
                        "line 2: neighbour: expected a file of the manifest, found Training/glioma/7.jpg"));
    }

    @Test
    void aRecordOfSchema1HasNoExplanationsAndNoSilhouettes() throws IOException {
        for (String file : List.of(
                "attention", "occlusion", "agreement", "randomisation", "perturbation", "corruptions", "neighbours")) {
            Files.delete(folder.resolve(FIRST + file + ".csv"));
        }
        change("run.json", "\"schemaVersion\": 2", "\"schemaVersion\": 1");
        for (String id : List.of(SampleRecords.FIRST, SampleRecords.SECOND)) {
            change("experiments/" + id + "/projection.csv", ",silhouette", "");
            change("experiments/" + id + "/projection.csv", ",-0.25\n", "\n");
            change("experiments/" + id + "/projection.csv", "-0.0,\n", "-0.0\n");
        }
        ExperimentRecord old = RecordReader.read(folder).experiments().get(0);
        assertThat(old.explanations()).isEqualTo(Explanations.EMPTY);
        assertThat(old.projection())
                .contains(new ExperimentRecord.Projection("Testing/glioma/3.jpg", -12.5, 1e-10, null));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("damages")
    void eachDamageIsOneLineWithFileAndPlace(String file, String from, String to, String line) throws IOException {
        change(file, from, to);
        assertThat(problems()).containsExactly(folder.resolve(file) + ": " + line);
    }

    @Test
    void rowsKeepTheirOrder() throws IOException {
        String file = FIRST + "projection.csv";
        List<String> lines = Files.readAllLines(folder.resolve(file));
        Files.writeString(folder.resolve(file), lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n");
        assertThat(RecordReader.read(folder).experiments().get(0).projection())
                .extracting(ExperimentRecord.Projection::file)
                .containsExactly(SampleRecords.ODD_NAME, "Testing/glioma/3.jpg");
    }

    @Test
    void damagesOfSeveralFilesAreReportedAtOnce() throws IOException {
        change("execution.json", "\"processors\": 2", "\"processors\": null");
        Files.delete(folder.resolve(FIRST + "history.csv"));
        Files.write(folder.resolve(FIRST + "projection.csv"), new byte[] {'f', (byte) 0xFF, '\n'});
        Files.write(folder.resolve(FIRST + "gradcam.csv"), new byte[0]);
        assertThat(problems())
                .containsExactly(
                        folder.resolve("execution.json") + ": hosts[0].processors: expected an integer, found null",
                        folder.resolve(FIRST + "history.csv")
                                + ": expected a readable file, found: no such file or folder",
                        folder.resolve(FIRST + "projection.csv") + ": expected text in UTF-8, found other bytes",
                        folder.resolve(FIRST + "gradcam.csv")
                                + ": expected a line of column names, found an empty file");
    }

    @Test
    void aQuoteThatNeverEndsIsOneLine() throws IOException {
        change(FIRST + "projection.csv", "\nTesting/glioma", "\n\"Testing/glioma");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(folder.resolve(FIRST + "projection.csv") + ": expected a readable file, found: ")
                .doesNotContain("\n");
    }

    @Test
    void aManifestWithoutImagesIsOneLine() throws IOException {
        Path file = folder.resolve("dataset/manifest.csv");
        Files.writeString(file, Files.readAllLines(file).get(0) + "\n");
        assertThat(problems()).containsExactly(file + ": expected at least one image, found none");
    }

    @Test
    void aDamagedManifestIsNotHeldAgainstTheOtherFiles() throws IOException {
        change("dataset/manifest.csv", "p1,3,", "p1,three,");
        change(FIRST + "projection.csv", "-12.5", "left");
        assertThat(problems()).hasSize(2);
    }

    @Test
    void manyProblemsOfOneFileAreCounted() throws IOException {
        Path file = folder.resolve(FIRST + "history.csv");
        String header = Files.readAllLines(file).get(0);
        Files.writeString(file, header + "\n" + "x,1,1,1,1\n".repeat(25));
        List<String> problems = problems();
        assertThat(problems).hasSize(CsvIn.MOST + 1).endsWith(file + ": and 5 problems more");
        assertThat(problems.get(0)).isEqualTo(file + ": line 2: expected 6 cells, found 5");
    }

    @Test
    void aMissingFolderAFileAndAFolderOfSomethingElseAreNoRecords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertNoRecord(folder.resolve("none"), "no such folder");
        assertNoRecord(file, "a file");
        assertNoRecord(folder.resolve("dataset"), "a folder without run.json");
    }

    private static void assertNoRecord(Path place, String found) {
        assertThat(catchThrowableOfType(InputException.class, () -> RecordReader.read(place)))
                .hasMessage(place + ": expected the folder of a record, found " + found);
    }
}
