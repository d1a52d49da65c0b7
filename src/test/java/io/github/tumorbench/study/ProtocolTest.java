package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final String STUDY =
            """
            study: s
            title: T
            seed: 1
            dataset: {source: phantom, size: 48, training: 4, testing: 2}
            protocols: [official, official-deduplicated, patient-disjoint, {name: patient-disjoint, folds: 3}]
            experiments: [{backbone: MobileNetV2, weights: random, schedule: full}]
            schedules: {full: {epochs: 1, learningRate: 1e-3}}
            """;

    @Test
    void foldsAreProtocolsOfTheirOwn() {
        List<Protocol> protocols = study().protocols();

        assertThat(protocols)
                .extracting(Protocol::id)
                .containsExactly(
                        "official",
                        "official-deduplicated",
                        "patient-disjoint",
                        "patient-disjoint-fold1",
                        "patient-disjoint-fold2",
                        "patient-disjoint-fold3");
        assertThat(protocols.get(4)).isEqualTo(new Protocol(Protocol.Name.PATIENT_DISJOINT, 2, 3));
        assertThat(study().experiments().get(0).idUnder(protocols.get(5)))
                .isEqualTo("mobilenetv2-full-patient-disjoint-fold3");
    }

    @Test
    void theResolvedStudyNamesFoldsOnceAndReadsBack() {
        assertThat(StudyJson.toTree(study()).get("protocols"))
                .hasToString(
                        "[\"official\",\"official-deduplicated\",\"patient-disjoint\",{\"name\":\"patient-disjoint\",\"folds\":3}]");
        assertThat(StudyJson.fromTree("x", StudyJson.toTree(study()))).isEqualTo(study());
    }

    private static Study study() {
        return StudyReader.parse("s.yaml", STUDY, Path.of("")).study();
    }
}
