package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Schedule;
import io.github.tumorbench.study.WrittenSchedule;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrainingGraphTest {
    private static final float[] FEATURES = {1, 2, -1, 0.5f, 0, 3};
    private static final int[] LABELS = {0, 2};
    private static final float[] WEIGHTS = {1, 0.5f};

    private static Batch features() {
        return new Batch(2, null, FEATURES, LABELS, WEIGHTS, null);
    }

    private static Map<String, float[]> head() {
        Map<String, float[]> head = new TreeMap<>();
        head.put(Head.KERNEL, new float[] {0.1f, -0.2f, 0.3f, 0, 0.5f, -0.1f, 0.2f, 0.2f, -0.4f});
        head.put(Head.BIAS, new float[] {0, 0.1f, -0.1f});
        return head;
    }

    /** d loss / d kernel of the weighted mean cross-entropy: mean over samples of w · x ⊗ (p − y). */
    private static double[] kernelGradient() {
        float[] kernel = head().get(Head.KERNEL);
        float[] bias = head().get(Head.BIAS);
        double[] gradient = new double[9];
        for (int n = 0; n < 2; n++) {
            double[] p = new double[3];
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                double logit = bias[c];
                for (int f = 0; f < 3; f++) {
                    logit += FEATURES[3 * n + f] * kernel[3 * f + c];
                }
                p[c] = Math.exp(logit);
                sum += p[c];
            }
            for (int c = 0; c < 3; c++) {
                double error = p[c] / sum - (LABELS[n] == c ? 1 : 0);
                for (int f = 0; f < 3; f++) {
                    gradient[3 * f + c] += WEIGHTS[n] * FEATURES[3 * n + f] * error / 2;
                }
            }
        }
        return gradient;
    }

    /** The same with respect to the bias. */
    private static double[] biasGradient() {
        double[] gradient = new double[3];
        float[] logits = logitsOf(head());
        for (int n = 0; n < 2; n++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += Math.exp(logits[3 * n + c]);
            }
            for (int c = 0; c < 3; c++) {
                gradient[c] += WEIGHTS[n] * (Math.exp(logits[3 * n + c]) / sum - (LABELS[n] == c ? 1 : 0)) / 2;
            }
        }
        return gradient;
    }

    private static float[] kernelAfterAStep(Schedule schedule) {
        try (TrainingGraph graph = TrainingGraph.ofHead(TestRuntime.get(), schedule, 3, 3, head())) {
            graph.step(features(), 0.01, 1);
            return graph.tensors().get(Head.KERNEL);
        }
    }

    @Test
    void aStepOfGradientDescentFollowsTheAnalyticGradient() {
        float[] after = kernelAfterAStep(TinyNetwork.schedule(Schedule.Optimizer.SGD, 0, 0));
        double[] gradient = kernelGradient();
        for (int i = 0; i < 9; i++) {
            assertThat((double) after[i]).isCloseTo(head().get(Head.KERNEL)[i] - 0.01 * gradient[i], within(1e-6));
        }
    }

    @Test
    void theFirstStepOfAdamHasTheLearningRatesLength() {
        float[] after = kernelAfterAStep(TinyNetwork.schedule(Schedule.Optimizer.ADAM, 0.9, 0));
        double[] gradient = kernelGradient();
        for (int i = 0; i < 9; i++) {
            double step = gradient[i] == 0 ? 0 : 0.01 * Math.signum(gradient[i]);
            assertThat((double) after[i]).isCloseTo(head().get(Head.KERNEL)[i] - step, within(1e-4));
        }
    }

    @Test
    void adamWShrinksKernelsBesideTheStep() {
        float[] adam = kernelAfterAStep(TinyNetwork.schedule(Schedule.Optimizer.ADAM, 0.9, 0));
        float[] adamW = kernelAfterAStep(TinyNetwork.schedule(Schedule.Optimizer.ADAMW, 0.9, 0.5));
        for (int i = 0; i < 9; i++) {
            double decay = 0.01 * 0.5 * head().get(Head.KERNEL)[i];
            assertThat((double) adamW[i]).isCloseTo(adam[i] - decay, within(1e-6));
        }
    }

    @Test
    void longGradientsAreShortenedToTheLimitAndShortOnesAreNot() {
        double squares = 0;
        for (double g : kernelGradient()) {
            squares += g * g;
        }
        for (double g : biasGradient()) {
            squares += g * g;
        }
        double norm = Math.sqrt(squares);
        for (double limit : new double[] {norm / 4, norm * 4}) {
            float[] after = kernelAfterAStep(WrittenSchedule.of(
                    "\"epochs\": 1, \"learningRate\": 1, \"optimizer\": \"sgd\", \"momentum\": 0, \"clipNorm\": "
                            + limit));
            double factor = Math.min(1, limit / norm);
            for (int i = 0; i < 9; i++) {
                double step = 0.01 * factor * kernelGradient()[i];
                assertThat((double) after[i]).isCloseTo(head().get(Head.KERNEL)[i] - step, within(1e-7));
            }
        }
    }

    @Test
    void theAverageFollowsTheWeightsAndIsWhatIsAsked() {
        Schedule plain =
                WrittenSchedule.of("\"epochs\": 1, \"learningRate\": 1, \"optimizer\": \"sgd\", \"momentum\": 0");
        Schedule averaging = WrittenSchedule.of(
                "\"epochs\": 1, \"learningRate\": 1, \"optimizer\": \"sgd\", \"momentum\": 0, \"averaging\": 0.25");
        try (TrainingGraph weights = TrainingGraph.ofHead(TestRuntime.get(), plain, 3, 3, head());
                TrainingGraph averages = TrainingGraph.ofHead(TestRuntime.get(), averaging, 3, 3, head())) {
            double[] expected = new double[9];
            for (int i = 0; i < 9; i++) {
                expected[i] = head().get(Head.KERNEL)[i];
            }
            for (int step = 1; step <= 4; step++) {
                weights.step(features(), 0.5, step);
                averages.step(features(), 0.5, step);
                float[] now = weights.tensors().get(Head.KERNEL);
                double kept = Math.min(0.25, (1.0 + step) / (10.0 + step));
                for (int i = 0; i < 9; i++) {
                    expected[i] = kept * expected[i] + (1 - kept) * now[i];
                }
            }
            float[] average = averages.tensors().get(Head.KERNEL);
            for (int i = 0; i < 9; i++) {
                assertThat((double) average[i]).isCloseTo(expected[i], within(1e-6));
            }
            assertThat(averages.logits(features())).containsExactly(logitsOf(averages.tensors()), within(1e-5f));
        }
    }

    private static float[] logitsOf(Map<String, float[]> head) {
        float[] logits = new float[6];
        for (int i = 0; i < 6; i++) {
            logits[i] = head.get(Head.BIAS)[i % 3];
            for (int f = 0; f < 3; f++) {
                logits[i] += FEATURES[3 * (i / 3) + f] * head.get(Head.KERNEL)[3 * f + i % 3];
            }
        }
        return logits;
    }

    @Test
    void theLastLayersLearnTheSameFromTheActivationsAtTheCutAsFromTheImages() {
        Backbone backbone = TinyNetwork.backbone();
        Set<String> last = backbone.lastLayers(2);
        String cut = backbone.cutBefore(last).orElseThrow();
        assertThat(cut).isEqualTo("top");
        Map<String, float[]> tensors = TinyNetwork.tensors(backbone, 3);
        Batch images = images();
        try (FeatureExtractor frozen = new FeatureExtractor(
                        TestRuntime.get(),
                        Precision.FP32,
                        backbone.upTo(cut),
                        tensors,
                        AugmentationPreset.NONE,
                        FeatureExtractor.Output.ACTIVATIONS);
                TrainingGraph whole = network(backbone, last);
                TrainingGraph tail = network(backbone.after(cut), last, tensors)) {
            Batch activations =
                    new Batch(images.count(), null, frozen.features(images), images.labels(), images.weights(), null);
            for (int step = 0; step < 5; step++) {
                assertThat(tail.step(activations, 0.05, step).loss())
                        .isCloseTo(whole.step(images, 0.05, step).loss(), within(1e-5));
            }
            assertThat(tail.logits(activations)).containsExactly(whole.logits(images), within(1e-4f));
        }
    }

    @Test
    void aTrainedNormalisationMayKeepItsStatistics() {
        Backbone backbone = TinyNetwork.backbone();
        Map<String, float[]> before = TinyNetwork.tensors(backbone, 3);
        Schedule schedule = WrittenSchedule.of(
                "\"epochs\": 1, \"learningRate\": 1, \"trainLast\": \"all\", \"batchNorm\": \"moving\"");
        try (TrainingGraph graph = TrainingGraph.ofNetwork(
                TestRuntime.get(),
                Precision.FP32,
                schedule,
                backbone,
                TinyNetwork.CLASSES,
                allLayers(backbone),
                before)) {
            float[] asked = graph.logits(images());
            graph.step(images(), 0.01, 1);
            assertThat(graph.tensors()).containsKey("conv_bn/gamma").doesNotContainKey("conv_bn/moving_mean");
            assertThat(graph.tensors().get("conv_bn/gamma")).isNotEqualTo(before.get("conv_bn/gamma"));
            assertThat(graph.logits(images())).isNotEqualTo(asked);
        }
    }

    @Test
    void aGraphResumedFromAStateGoesOnAsTheOneThatWasLeft() {
        Backbone backbone = TinyNetwork.backbone();
        Schedule schedule = WrittenSchedule.of(
                "\"epochs\": 1, \"learningRate\": 1, \"trainLast\": \"all\", \"averaging\": 0.9, \"optimizer\": \"adamw\"");
        Map<String, float[]> tensors = TinyNetwork.tensors(backbone, 3);
        try (TrainingGraph first = TrainingGraph.ofNetwork(
                        TestRuntime.get(), Precision.FP32, schedule, backbone, 3, allLayers(backbone), tensors);
                TrainingGraph second = TrainingGraph.ofNetwork(
                        TestRuntime.get(), Precision.FP32, schedule, backbone, 3, allLayers(backbone), tensors)) {
            for (int step = 0; step < 3; step++) {
                first.step(images(), 0.01, step);
            }
            second.resume(first.state());
            for (int step = 3; step < 6; step++) {
                assertThat(second.step(images(), 0.01, step)).isEqualTo(first.step(images(), 0.01, step));
            }
            assertThat(second.logits(images())).containsExactly(first.logits(images()));
        }
    }

    /** Where the processor lacks bf16, TensorFlow computes it slowly; the program refuses it there, this test need not. */
    @Test
    void bf16RoundsProductsAndNothingMore() {
        Backbone backbone = TinyNetwork.backbone();
        Schedule schedule = WrittenSchedule.of(
                "\"epochs\": 1, \"learningRate\": 1, \"trainLast\": \"all\", \"batchNormMomentum\": 0.9");
        Map<String, float[]> tensors = TinyNetwork.tensors(backbone, 3);
        try (TrainingGraph full = TrainingGraph.ofNetwork(
                        TestRuntime.get(), Precision.FP32, schedule, backbone, 3, allLayers(backbone), tensors);
                TrainingGraph half = TrainingGraph.ofNetwork(
                        TestRuntime.get(), Precision.BF16, schedule, backbone, 3, allLayers(backbone), tensors)) {
            float[] exact = full.logits(images());
            float[] rounded = half.logits(images());
            assertThat(rounded).isNotEqualTo(exact).containsExactly(exact, within(0.05f));
            double loss = full.step(images(), 0.001, 1).loss();
            assertThat(half.step(images(), 0.001, 1).loss()).isCloseTo(loss, within(0.02));
            // The first convolution reads three channels and stays as it is, so its statistics do too.
            assertThat(half.tensors().get("conv_bn/moving_mean"))
                    .containsExactly(full.tensors().get("conv_bn/moving_mean"), within(1e-6f));
        }
    }

    @Test
    void aWholeNetworkLearnsABatchByHeart() {
        Backbone backbone = TinyNetwork.backbone();
        try (TrainingGraph graph = network(backbone, allLayers(backbone))) {
            Batch batch = images();
            double first = graph.step(batch, 0.02, 0).loss();
            double last = first;
            for (int i = 1; i < 150; i++) {
                last = graph.step(batch, 0.02, i).loss();
            }
            assertThat(last).isLessThan(first / 4);
        }
    }

    @Test
    void aTrainedNormalisationMovesItsStatisticsByItsMomentum() {
        Backbone backbone = TinyNetwork.backbone();
        Map<String, float[]> before = TinyNetwork.tensors(backbone, 3);
        try (TrainingGraph graph = network(backbone, allLayers(backbone));
                FeatureExtractor reference = new FeatureExtractor(TestRuntime.get(), backbone, before, false)) {
            Batch batch = images();
            double[] mean = new double[6];
            for (int n = 0; n < batch.count(); n++) {
                float[] conv = reference.layer("conv", image(batch, n));
                for (int i = 0; i < conv.length; i++) {
                    mean[i % 6] += conv[i] / (double) (conv.length / 6) / batch.count();
                }
            }
            graph.step(batch, 0, 0);
            float[] after = graph.tensors().get("conv_bn/moving_mean");
            for (int c = 0; c < 6; c++) {
                assertThat((double) after[c])
                        .isCloseTo(0.9 * before.get("conv_bn/moving_mean")[c] + 0.1 * mean[c], within(1e-5));
            }
        }
    }

    @Test
    void frozenLayersStayAsTheyAreAndAreNotVariables() {
        Backbone backbone = TinyNetwork.backbone();
        Set<String> last = backbone.lastLayers(3);
        assertThat(last).containsExactlyInAnyOrder("top", "top_bn", "top_act");
        try (TrainingGraph graph = network(backbone, last)) {
            assertThat(graph.tensors().keySet())
                    .containsExactlyInAnyOrder(
                            "top/kernel",
                            "top_bn/gamma",
                            "top_bn/beta",
                            "top_bn/moving_mean",
                            "top_bn/moving_variance",
                            Head.KERNEL,
                            Head.BIAS);
        }
    }

    @Test
    void equalSeedsGiveEqualSteps() {
        assertThat(tensorsAfterSteps(5)).isEqualTo(tensorsAfterSteps(5)).isNotEqualTo(tensorsAfterSteps(6));
    }

    private static String tensorsAfterSteps(long seed) {
        Backbone backbone = TinyNetwork.backbone();
        try (TrainingGraph graph = network(backbone, allLayers(backbone))) {
            for (int i = 0; i < 3; i++) {
                graph.step(images(), 0.01, seed + i);
            }
            StringBuilder text = new StringBuilder();
            graph.tensors().forEach((name, values) -> text.append(name).append(Arrays.toString(values)));
            return text.toString();
        }
    }

    private static TrainingGraph network(Backbone backbone, Set<String> trained) {
        return network(backbone, trained, TinyNetwork.tensors(backbone, 3));
    }

    private static TrainingGraph network(Backbone backbone, Set<String> trained, Map<String, float[]> tensors) {
        return TrainingGraph.ofNetwork(
                TestRuntime.get(),
                Precision.FP32,
                TinyNetwork.schedule(Schedule.Optimizer.ADAM, 0.9, 0),
                backbone,
                TinyNetwork.CLASSES,
                trained,
                tensors);
    }

    private static Set<String> allLayers(Backbone backbone) {
        Set<String> names = new TreeSet<>();
        backbone.layers().forEach(layer -> names.add(layer.name()));
        return names;
    }

    private static Batch images() {
        int count = 8;
        int[] labels = new int[count];
        float[] weights = new float[count];
        Arrays.fill(weights, 1);
        for (int i = 0; i < count; i++) {
            labels[i] = i % TinyNetwork.CLASSES;
        }
        return new Batch(count, TinyNetwork.images(count, 11), null, labels, weights, Batch.Changes.identity(count));
    }

    private static java.nio.ByteBuffer image(Batch batch, int index) {
        int bytes = TinyNetwork.SIZE * TinyNetwork.SIZE * 3;
        byte[] image = new byte[bytes];
        batch.images().duplicate().position(index * bytes).get(image);
        return java.nio.ByteBuffer.wrap(image);
    }
}
