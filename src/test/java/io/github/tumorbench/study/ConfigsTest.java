package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigsTest {
    private static final Path CONFIGS = Path.of("configs");

    static List<Path> everyFile() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theFolderHoldsTheStudiesTheProgramComesWith() throws IOException {
        assertThat(everyFile())
                .map(file -> file.getFileName().toString())
                .contains("demo.yaml", "smoke.yaml", "brain-tumor-mri.yaml", "brain-tumor-mri-imagenet.yaml");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void everyFileIsAValidStudyOfItsOwnName(Path file) {
        StudyFile read = StudyReader.read(file);
        assertThat(read.study().study() + ".yaml").isEqualTo(file.getFileName().toString());
        assertThat(read.name()).isEqualTo(file.toString());
        assertThat(read.folder()).isEqualTo(CONFIGS.toAbsolutePath());
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void everyFileIsEmbeddedToo(Path file) {
        StudyFile embedded = StudyReader.readEmbedded(file.getFileName().toString());
        assertThat(embedded.study()).isEqualTo(StudyReader.read(file).study());
        assertThat(embedded.sha256()).isEqualTo(StudyReader.read(file).sha256());
    }

    @Test
    void anUnknownEmbeddedStudyIsRefused() {
        assertThatThrownBy(() -> StudyReader.readEmbedded("nosuch.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("configs/nosuch.yaml: expected a study that comes with the program, found no such file");
    }

    @Test
    void theRealStudyCutsTheTwoPartialBackbones() {
        Study study = StudyReader.read(CONFIGS.resolve("brain-tumor-mri.yaml")).study();
        assertThat(study.experiments())
                .extracting(ExperimentSpec::features)
                .containsExactly(null, "conv4_block6_out", "block6d_add");
        assertThat(study.experiments())
                .allMatch(experiment -> experiment.weights().kind() == WeightsSpec.Kind.FILE
                        && !experiment.weights().allowPartial());
        assertThat(study.dataset().publishImages()).isFalse();
    }

    @Test
    void theDemonstrationNeedsNoFiles() {
        Study study = StudyReader.readEmbedded("demo.yaml").study();
        assertThat(study.dataset().source()).isEqualTo(DatasetSpec.Source.PHANTOM);
        assertThat(study.experiments())
                .extracting(experiment -> experiment.weights().kind())
                .containsOnly(WeightsSpec.Kind.RANDOM);
    }
}
