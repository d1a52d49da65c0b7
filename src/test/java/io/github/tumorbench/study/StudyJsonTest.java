package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Study parse(String yaml) {
        return StudyReader.parse("x.yaml", yaml, Path.of("")).study();
    }

    @Test
    void aStudyIsWrittenWithTheWordsOfItsFileAndEveryDefault() throws JsonProcessingException {
        assertThat(StudyJson.toTree(parse(StudyReaderTest.SMALLEST)).toString())
                .isEqualTo(JSON.readTree(
                                """
                                {"study":"small","title":"Small","seed":1,
                                 "dataset":{"source":"image-folder","onUnreadable":"fail","testFraction":0.2,"publishImages":false},
                                 "protocols":["official"],"validation":{"fraction":0.15},"explanation":{"perClass":2,"images":48,"corrupted":300},
                                 "experiments":[{"backbone":"MobileNetV2","input":224,"weights":"imagenet","schedule":"frozen",
                                  "trainingShare":1.0,"precision":"fp32","testViews":{"preset":"none","views":0}}],
                                 "schedules":{"frozen":{"trainLast":0,"epochs":3,"batch":32,"optimizer":"adam","learningRate":0.001,
                                  "policy":"constant","warmUp":0.0,"momentum":0.9,"weightDecay":0.0,"labelSmoothing":0.0,"dropout":0.0,
                                  "clipNorm":0.0,"averaging":0.0,"batchNorm":"batch","batchNormMomentum":0.99,"classWeights":"none","augmentation":{"preset":"none","views":0}}}}
                                """)
                        .toString());
    }

    @Test
    void allLayersAreWrittenAsAll() {
        ObjectNode tree = StudyJson.toTree(parse(StudyReaderTest.FULLEST));
        assertThat(tree.at("/schedules/first/trainLast").asText()).isEqualTo("all");
        assertThat(tree.at("/schedules/first/policy").asText()).isEqualTo("one-cycle");
        assertThat(tree.at("/schedules/second/earlyStopping/monitor").asText()).isEqualTo("val_accuracy");
    }

    @ParameterizedTest
    @ValueSource(strings = {StudyReaderTest.SMALLEST, StudyReaderTest.FULLEST})
    void whatIsWrittenReadsBackEqual(String yaml) throws JsonProcessingException {
        Study study = parse(yaml);
        String json = JSON.writeValueAsString(StudyJson.toTree(study));
        assertThat(StudyJson.fromTree("run.json", JSON.readTree(json))).isEqualTo(study);
        assertThat(StudyJson.fromTree("run.json", JSON.readTree(json))
                        .schedules()
                        .keySet())
                .containsExactlyElementsOf(study.schedules().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {StudyReaderTest.SMALLEST, StudyReaderTest.FULLEST})
    void theJsonIsItselfAStudyFile(String yaml) {
        String json = StudyJson.toTree(parse(yaml)).toPrettyString();
        assertThat(parse(json)).isEqualTo(parse(yaml));
    }

    @Test
    void theEmbeddedStudiesReadBackEqual() {
        for (String file : new String[] {"demo.yaml", "smoke.yaml", "brain-tumor-mri.yaml"}) {
            Study study = StudyReader.readEmbedded(file).study();
            assertThat(StudyJson.fromTree(file, StudyJson.toTree(study))).isEqualTo(study);
        }
    }

    @Test
    void aDamagedTreeIsRefusedLikeAFile() {
        ObjectNode tree = StudyJson.toTree(parse(StudyReaderTest.SMALLEST));
        tree.put("seed", "one");
        tree.withObject("/schedules/frozen").put("learningRate", Double.NaN);
        assertThatThrownBy(() -> StudyJson.fromTree("record/run.json: study", tree))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "record/run.json: study: seed: expected an integer, found \"one\"",
                                        "record/run.json: study: schedules.frozen.learningRate: expected a number above 0, found NaN"));
    }

    @Test
    void theDigestIsThatOfTheCanonicalJson() {
        // printf '%s' '{"dataset":…}' | sha256sum, keys sorted, no white space
        assertThat(StudyJson.digest(parse(StudyReaderTest.SMALLEST)))
                .isEqualTo("7ac7c629ece8b2d34d588d079c18f4f12b5104326471075c1a7b3b04d40bfc71");
    }

    @Test
    void theDigestIgnoresHowTheFileIsWritten() {
        String defaultsWritten = StudyReaderTest.SMALLEST
                .replace("epochs: 3, learningRate: 1e-3", "learningRate: 0.0010, batch: 32, epochs: 3 ")
                .replace("title: Small\nseed: 1", "# a remark\nseed: 1\ntitle: 'Small'");
        assertThat(StudyJson.digest(parse(defaultsWritten)))
                .isEqualTo(StudyJson.digest(parse(StudyReaderTest.SMALLEST)));
    }

    @Test
    void theDigestChangesWithAnySetting() {
        assertThat(StudyJson.digest(parse(StudyReaderTest.SMALLEST.replace("epochs: 3", "epochs: 4"))))
                .isNotEqualTo(StudyJson.digest(parse(StudyReaderTest.SMALLEST)));
    }
}
