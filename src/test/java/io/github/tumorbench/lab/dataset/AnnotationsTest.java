package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
    @TempDir
    Path temp;

    @Test
    void patientsAreReadByColumnName() throws Exception {
        write("source,patient,file\nfigshare,P2,Training/a/1.png\nfigshare,,Training/a/2.png\n");

        Annotations annotations = Annotations.of(TestImages.annotated(temp, "patients.csv"));

        assertThat(annotations.of("Training/a/1.png")).isEqualTo(new Annotation("P2", null, null));
        assertThat(annotations.of("Training/a/2.png")).isEqualTo(Annotation.NONE);
        assertThat(annotations.of("Training/a/3.png")).isEqualTo(Annotation.NONE);
    }

    @Test
    void aStudyWithoutAnnotationsKnowsNoPatient() {
        assertThat(Annotations.of(TestImages.study(temp, null, null, OnUnreadable.FAIL, 1))
                        .of("Training/a/1.png"))
                .isEqualTo(Annotation.NONE);
    }

    @Test
    void theManifestAndTheAuditNamePatientsOnBothSides() throws Exception {
        write("file,patient\nTesting/a/Te-000.png,P1\nTesting/a/Te-001.png,P2\nTesting/b/Te-000.png,P3\n"
                + "Training/a/Tr-002.png,P1\nTraining/b/Tr-001.png,P3\nTraining/b/Tr-002.png,P4\n");

        Dataset dataset = load();

        assertThat(dataset.manifest())
                .extracting(ManifestRow::patient)
                .containsExactly("P1", "P2", "P3", null, null, null, "P1", null, null, "P3", "P4", null);
        assertThat(dataset.audit().findings())
                .contains(
                        new Audit.Finding(
                                "cross-split-patient",
                                "serious",
                                2,
                                2,
                                List.of("Testing/a/Te-000.png", "Testing/b/Te-000.png"),
                                "2 of the 3 test images whose patient is known are of patients who are also among the training images (2 patients); results on them say little about new patients."));
    }

    @Test
    void slicesAndTheSourcesLabelsAreReadWhereTheyAreThere() throws Exception {
        write("file,source,source_id,mirrored,patient,source_label\n1.png,figshare,12,1,P2,glioma\n2.png,,13,0,,\n");

        Annotations annotations = Annotations.of(TestImages.annotated(temp, "patients.csv"));

        assertThat(annotations.of("1.png")).isEqualTo(new Annotation("P2", "figshare 12", "glioma"));
        assertThat(annotations.of("2.png")).isEqualTo(new Annotation(null, "13", null));
    }

    @Test
    void theAuditNamesSlicesOnBothSidesAndContradictedLabels() throws Exception {
        write("file,patient,source_id,source_label\nTesting/a/Te-000.png,P1,7,b\nTraining/a/Tr-000.png,P1,7,a\n"
                + "Testing/b/Te-000.png,P2,8,b\n");

        Dataset dataset = load();

        assertThat(TestImages.finding(dataset, "cross-split-slice"))
                .isEqualTo(
                        new Audit.Finding(
                                "cross-split-slice",
                                "serious",
                                1,
                                1,
                                List.of("Testing/a/Te-000.png"),
                                "1 of the 2 test images whose slice is known was made from a slice that is also among the training images (1 slice); the network has seen that very slice."));
        assertThat(TestImages.finding(dataset, "label-conflicts"))
                .isEqualTo(
                        new Audit.Finding(
                                "label-conflicts",
                                "serious",
                                1,
                                0,
                                List.of("Testing/a/Te-000.png"),
                                "Copies always carry the same diagnosis. 1 image lies in the folder of another tumour than the source names; the label here is the folder’s, and the report shows what the source’s would change."));
        assertThat(dataset.manifest().get(0).flags()).containsExactly("grey", "source-b");
    }

    @Test
    void imagesThatTheDatasetLacksAreNamed() throws Exception {
        write("file,patient\nTraining/a/Tr-000.png,P1\nTraining/a/other.png,P2\nTraining/c/Tr-000.png,P2\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "%1$s: line 3: expected a file of the dataset, found Training/a/other.png%n%1$s: line 4: expected a file of the dataset, found Training/c/Tr-000.png"
                                .formatted(temp.resolve("patients.csv")));
    }

    @Test
    void manyImagesThatTheDatasetLacksAreCounted() throws Exception {
        StringBuilder csv = new StringBuilder("file,patient\n");
        for (int i = 0; i < 30; i++) {
            csv.append("Training/a/x%02d.png,P1%n".formatted(i));
        }
        write(csv.toString());

        assertThatThrownBy(this::load).isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                .hasSize(21)
                .endsWith(temp.resolve("patients.csv") + ": and 10 more files that are not of the dataset"));
    }

    @Test
    void aColumnTwiceIsRefused() throws Exception {
        write("file,patient,file\n1.png,P1,2.png\n");

        assertThatThrownBy(() -> Annotations.of(TestImages.annotated(temp, "patients.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(temp.resolve("patients.csv")
                        + ": expected a line of different column names, found other text (");
    }

    private Dataset load() throws IOException {
        StudyFile study = TestImages.annotated(temp, "patients.csv");
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(4, 2));
        try (ImageSource source = Sources.open(study, data)) {
            return Dataset.load(source, study, Progress.NONE);
        }
    }

    @Test
    void annotationsThatAreNotThereAreNamed() {
        refused("%s: expected a CSV of patients, found nothing there");
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        write("file,person\nTraining/a/1.png,P2\n");

        refused("%s: expected the columns file and patient, found no patient");
    }

    @Test
    void anImageNamedTwiceIsRefused() throws Exception {
        write("file,patient\nTraining/a/1.png,P2\nTraining/a/1.png,P3\n");

        refused("%s: line 3: expected each image once, found Training/a/1.png again");
    }

    @Test
    void aRowThatIsTooShortIsRefused() throws Exception {
        write("file,patient\nTraining/a/1.png\n");

        refused("%s: line 2: expected 2 columns, found 1");
    }

    private void write(String csv) throws IOException {
        Files.writeString(temp.resolve("patients.csv"), csv);
    }

    private void refused(String problem) {
        assertThatThrownBy(() -> Annotations.of(TestImages.annotated(temp, "patients.csv")))
                .isInstanceOf(InputException.class)
                .hasMessage(problem, temp.resolve("patients.csv"));
    }
}
