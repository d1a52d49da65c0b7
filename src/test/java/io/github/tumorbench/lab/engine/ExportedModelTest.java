package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.backbone.Backbone;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported SavedModel, run through DJL, against the graph it was made from. */
class ExportedModelTest {
    private static final int COUNT = 5;

    @TempDir
    private Path folder;

    private final Backbone backbone = TinyNetwork.backbone();
    private final Map<String, float[]> tensors = TinyNetwork.tensors(backbone, 17);
    private final ByteBuffer images = TinyNetwork.images(COUNT, 23);

    @BeforeEach
    void export() throws IOException {
        ModelExporter.export(TestRuntime.get(), backbone, TinyNetwork.CLASSES, tensors, folder);
    }

    @Test
    void itsEmbeddingIsThePooledFeatureMapWithNormalisationUnfolded() {
        try (Classifier classifier = classifier();
                FeatureExtractor plain = new FeatureExtractor(TestRuntime.get(), backbone, tensors, false)) {
            float[] expected = plain.features(new Batch(COUNT, images, null, null, null, null));
            assertThat(classifier.classify(images, COUNT).embedding()).containsExactly(expected, within(1e-4f));
        }
    }

    @Test
    void itsHeadSaysOnTheEmbeddingWhatTheWholeSaysOnTheImage() {
        try (Classifier classifier = classifier()) {
            Classifier.Outputs whole = classifier.classify(images, COUNT);
            Classifier.Outputs head = classifier.classify(whole.embedding(), COUNT);
            assertThat(head.logits()).containsExactly(whole.logits(), within(1e-5f));
            assertThat(head.probabilities()).containsExactly(whole.probabilities(), within(1e-5f));
        }
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheLogits() {
        try (Classifier classifier = classifier()) {
            Classifier.Outputs outputs = classifier.classify(images, COUNT);
            for (int n = 0; n < COUNT; n++) {
                float[] logits = Arrays.copyOfRange(outputs.logits(), 3 * n, 3 * n + 3);
                double sum = 0;
                for (float logit : logits) {
                    sum += Math.exp(logit);
                }
                for (int c = 0; c < 3; c++) {
                    assertThat((double) outputs.probabilities()[3 * n + c])
                            .isCloseTo(Math.exp(logits[c]) / sum, within(1e-6));
                }
            }
        }
    }

    /** With a head on the mean, the gradient of a logit by the feature map is its kernel column over the map's area. */
    @Test
    void gradCamEqualsItsClosedForm() {
        int target = 2;
        float[] kernel = tensors.get(Head.KERNEL);
        try (Classifier classifier = classifier();
                FeatureExtractor plain = new FeatureExtractor(TestRuntime.get(), backbone, tensors, false)) {
            Classifier.Maps maps = classifier.maps(images, COUNT, new int[] {target, target, target, target, target});
            assertThat(maps.rows()).isEqualTo(6);
            assertThat(maps.columns()).isEqualTo(6);
            for (int n = 0; n < COUNT; n++) {
                float[] map = plain.layer("top_act", image(n));
                for (int place = 0; place < 36; place++) {
                    double sum = 0;
                    for (int k = 0; k < 5; k++) {
                        sum += map[5 * place + k] * kernel[3 * k + target] / 36.0;
                    }
                    assertThat((double) maps.gradcam()[36 * n + place]).isCloseTo(Math.max(0, sum), within(1e-5));
                }
            }
        }
    }

    @Test
    void gradCamDoesNotDependOnTheBatch() {
        try (Classifier classifier = classifier()) {
            int[] targets = {0, 1, 2, 0, 1};
            float[] together = classifier.maps(images, COUNT, targets).gradcam();
            for (int n = 0; n < COUNT; n++) {
                float[] alone =
                        classifier.maps(image(n), 1, new int[] {targets[n]}).gradcam();
                assertThat(Arrays.copyOfRange(together, 36 * n, 36 * n + 36)).containsExactly(alone, within(1e-6f));
            }
        }
    }

    @Test
    void equalTensorsGiveEqualBytes() throws IOException {
        Path again = folder.resolve("again");
        ModelExporter.export(TestRuntime.get(), backbone, TinyNetwork.CLASSES, tensors, again);
        assertThat(Files.readAllBytes(again.resolve("saved_model.pb")))
                .isEqualTo(Files.readAllBytes(folder.resolve("saved_model.pb")));
    }

    private Classifier classifier() {
        return new Classifier(TestRuntime.get(), folder, TinyNetwork.SIZE);
    }

    private ByteBuffer image(int index) {
        int bytes = TinyNetwork.SIZE * TinyNetwork.SIZE * 3;
        byte[] image = new byte[bytes];
        images.duplicate().position(index * bytes).get(image);
        return ByteBuffer.wrap(image);
    }
}
