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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
    @TempDir
    Path temp;

    @Test
    void patientsAreReadByColumnName() throws Exception {
        write("source,patient,file\nfigshare,P2,Training/a/1.png\nfigshare,,Training/a/2.png\n");

        assertThat(Annotations.patients(TestImages.annotated(temp, "patients.csv")))
                .isEqualTo(Map.of("Training/a/1.png", "P2"));
    }

    @Test
    void aStudyWithoutAnnotationsKnowsNoPatient() {
        assertThat(Annotations.patients(TestImages.study(temp, null, null, OnUnreadable.FAIL, 1)))
                .isEmpty();
    }

    @Test
    void theManifestAndTheAuditNamePatientsOnBothSides() throws Exception {
        write("file,patient\nTesting/a/Te-000.png,P1\nTesting/a/Te-001.png,P2\nTesting/b/Te-000.png,P3\n"
                + "Training/a/Tr-002.png,P1\nTraining/b/Tr-001.png,P3\nTraining/b/Tr-002.png,P4\n");
        StudyFile study = TestImages.annotated(temp, "patients.csv");
        Path data = TestImages.folder(temp.resolve("data"), TestImages.kaggle(4, 2));
        Dataset dataset;
        try (ImageSource source = Sources.open(study, data)) {
            dataset = Dataset.load(source, study, Progress.NONE);
        }

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
        assertThatThrownBy(() -> Annotations.patients(TestImages.annotated(temp, "patients.csv")))
                .isInstanceOf(InputException.class)
                .hasMessage(problem, temp.resolve("patients.csv"));
    }
}
