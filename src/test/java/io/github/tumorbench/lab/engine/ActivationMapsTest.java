package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.KernelInitialiser;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.Preprocessing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class activation maps of exported networks, against arithmetic by hand and against differences of what the network says. */
class ActivationMapsTest {
    @TempDir
    private Path folder;

    /** Two filters of one pixel, which hand on red and green; the feature map of a 2 × 2 image is its first two channels. */
    private static Backbone twoFilters() {
        return new Backbone(
                "Two filters",
                2,
                new Preprocessing(false, 1, List.of()),
                KernelInitialiser.GLOROT_UNIFORM,
                List.of(
                        new Layer.Input("input_1", 2),
                        new Layer.Convolution(
                                "conv", "input_1", 2, 1, 1, Layer.Padding.SAME, false, Layer.Function.LINEAR)));
    }

    /** Weights of the classes: (4, −8) and (0, 16) for (red, green). Gradients are a quarter of them at each of four places. */
    private static final Map<String, float[]> TWO_FILTERS = Map.of(
            "conv/kernel",
            new float[] {1, 0, 0, 1, 0, 0},
            Head.KERNEL,
            new float[] {4, 0, -8, 16},
            Head.BIAS,
            new float[] {0.5f, -3});

    private static ByteBuffer redAndGreen(int[] red, int[] green) {
        byte[] pixels = new byte[3 * red.length];
        for (int i = 0; i < red.length; i++) {
            pixels[3 * i] = (byte) red[i];
            pixels[3 * i + 1] = (byte) green[i];
            pixels[3 * i + 2] = 99;
        }
        return ByteBuffer.wrap(pixels);
    }

    private Classifier.Maps twoFilterMaps(int target) throws IOException {
        ModelExporter.export(TestRuntime.get(), twoFilters(), 2, TWO_FILTERS, folder);
        try (Classifier classifier = new Classifier(TestRuntime.get(), folder, 2)) {
            return classifier.maps(redAndGreen(new int[] {6, 8, 16, 0}, new int[] {1, 5, 0, 3}), 1, new int[] {target});
        }
    }

    /** Red − 2 · green, negative parts cut. */
    @Test
    void gradCamOfTwoFiltersIsTheirWeightedSumExactly() throws IOException {
        assertThat(twoFilterMaps(0).gradcam()).containsExactly(4, 0, 16, 0);
        assertThat(twoFilterMaps(1).gradcam()).containsExactly(4, 20, 0, 12);
    }

    @Test
    void hiResCamOfALinearHeadIsGradCam() throws IOException {
        assertThat(twoFilterMaps(0).hirescam()).containsExactly(4, 0, 16, 0);
        assertThat(twoFilterMaps(1).hirescam()).containsExactly(4, 20, 0, 12);
    }

    /**
     * Class 0: red has g = 1 and the sum 30, so α = 1 / (2 + 30) at each of four places and the weight 1/8; green has g &lt; 0
     * and none. Class 1: red has g = 0; green has g = 4 and the sum 9, so α = 16 / (32 + 576) and the weight 4 · 4 / 38.
     */
    @Test
    void gradCamPlusPlusOfTwoFiltersFollowsItsFormula() throws IOException {
        assertThat(twoFilterMaps(0).plusPlus()).containsExactly(0.75f, 1, 2, 0);
        assertThat(twoFilterMaps(1).plusPlus())
                .containsExactly(new float[] {16 / 38f, 80 / 38f, 0, 48 / 38f}, within(1e-6f));
    }

    /**
     * Every number of the feature map is moved up and down alone; the exported head, asked about the mean of the map, tells
     * how the logit follows. From these differences alone the three maps are computed by their papers' formulas.
     */
    @Test
    void mapsEqualThoseOfFiniteDifferences() throws IOException {
        Backbone backbone = TinyNetwork.backbone();
        Map<String, float[]> tensors = TinyNetwork.tensors(backbone, 17);
        ModelExporter.export(TestRuntime.get(), backbone, TinyNetwork.CLASSES, tensors, folder);
        ByteBuffer image = TinyNetwork.images(1, 23);
        try (Classifier classifier = new Classifier(TestRuntime.get(), folder, TinyNetwork.SIZE);
                FeatureExtractor plain = new FeatureExtractor(TestRuntime.get(), backbone, tensors, false)) {
            float[] features = plain.layer("top_act", image);
            for (int target = 0; target < TinyNetwork.CLASSES; target++) {
                double[] gradient = differences(classifier, features, 5, target);
                Classifier.Maps maps = classifier.maps(image, 1, new int[] {target});
                assertRelative(maps.gradcam(), gradcam(features, gradient, 5));
                assertRelative(maps.plusPlus(), plusPlus(features, gradient, 5));
                assertRelative(maps.hirescam(), hirescam(features, gradient, 5));
            }
        }
    }

    private static double[] differences(Classifier classifier, float[] features, int channels, int target) {
        double step = 2;
        double[] gradient = new double[features.length];
        float[] moved = new float[2 * features.length * channels];
        for (int i = 0; i < features.length; i++) {
            for (int side = 0; side < 2; side++) {
                double[] changed = new double[features.length];
                Arrays.setAll(changed, j -> features[j]);
                changed[i] += side == 0 ? step : -step;
                for (int j = 0; j < changed.length; j++) {
                    moved[(2 * i + side) * channels + j % channels] += changed[j] * channels / changed.length;
                }
            }
        }
        float[] logits = classifier.classify(moved, 2 * features.length).logits();
        for (int i = 0; i < gradient.length; i++) {
            double up = logits[2 * i * TinyNetwork.CLASSES + target];
            double down = logits[(2 * i + 1) * TinyNetwork.CLASSES + target];
            gradient[i] = (up - down) / (2 * step);
        }
        return gradient;
    }

    private static double[] gradcam(float[] features, double[] gradient, int channels) {
        double[] weights = new double[channels];
        for (int i = 0; i < gradient.length; i++) {
            weights[i % channels] += gradient[i] * channels / gradient.length;
        }
        return weighted(features, weights);
    }

    private static double[] plusPlus(float[] features, double[] gradient, int channels) {
        double[] totals = new double[channels];
        for (int i = 0; i < features.length; i++) {
            totals[i % channels] += features[i];
        }
        double[] weights = new double[channels];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            double alpha = g * g / (2 * g * g + totals[i % channels] * g * g * g);
            weights[i % channels] += alpha * Math.max(0, g);
        }
        return weighted(features, weights);
    }

    private static double[] hirescam(float[] features, double[] gradient, int channels) {
        double[] map = new double[features.length / channels];
        for (int i = 0; i < features.length; i++) {
            map[i / channels] += features[i] * gradient[i];
        }
        return Arrays.stream(map).map(value -> Math.max(0, value)).toArray();
    }

    private static double[] weighted(float[] features, double[] weights) {
        double[] map = new double[features.length / weights.length];
        for (int i = 0; i < features.length; i++) {
            map[i / weights.length] += features[i] * weights[i % weights.length];
        }
        return Arrays.stream(map).map(value -> Math.max(0, value)).toArray();
    }

    /** To a thousandth of the value; where nearly everything cancels, of the map's maximum. */
    private static void assertRelative(float[] map, double[] expected) {
        double max = Arrays.stream(expected).max().orElseThrow();
        assertThat(max).isPositive();
        for (int i = 0; i < map.length; i++) {
            double tolerance = 1e-3 * Math.max(expected[i], 0.01 * max);
            assertThat((double) map[i]).isCloseTo(expected[i], within(tolerance));
        }
    }
}
