package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.backbone.GoldenFeatures;
import io.github.tumorbench.lab.backbone.SharedWeights;
import io.github.tumorbench.lab.backbone.Weights;
import io.github.tumorbench.lab.backbone.WeightsImport;
import io.github.tumorbench.lab.backbone.WeightsLocator;
import io.github.tumorbench.study.WeightsSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our graphs against an independent implementation in double precision, on real images, where the weights are at hand. */
class GoldenFeaturesTest {
    @ParameterizedTest
    @CsvSource({
        "MobileNetV2, mobilenetv2_notop.h5",
        "MobileNetV2, mobilenetv2_notop_kerasnames.h5",
        "ResNet50, resnet50_notop_partial.h5",
        "EfficientNetB0, efficientnetb0_notop_partial.h5"
    })
    void pooledFeaturesEqualTheReference(String name, String file) throws IOException {
        assumeTrue(SharedWeights.present());
        Path folder = SharedWeights.folder().orElseThrow();
        GoldenFeatures golden = GoldenFeatures.load(folder);
        GoldenFeatures.Model model = golden.models().get(name);
        Backbone backbone = Backbones.named(name, 224).upTo(model.layer());
        Weights weights = weights(backbone, folder, file);
        try (FeatureExtractor folded = new FeatureExtractor(TestRuntime.get(), backbone, weights.tensors(), true);
                FeatureExtractor plain = new FeatureExtractor(TestRuntime.get(), backbone, weights.tensors(), false)) {
            for (GoldenFeatures.Picture picture : golden.pictures()) {
                ByteBuffer image = ByteBuffer.wrap(picture.rgb());
                Batch batch = new Batch(1, image, null, null, null, null);
                double[] expected = model.expected().get(picture.name()).pooled();
                assertThat(GoldenFeatures.relativeDifference(doubles(folded.features(batch)), expected))
                        .as("%s, batch normalisation folded", picture.name())
                        .isLessThan(1e-3);
                assertThat(GoldenFeatures.relativeDifference(doubles(plain.features(batch)), expected))
                        .as("%s, batch normalisation apart", picture.name())
                        .isLessThan(1e-3);
            }
        }
    }

    static Weights weights(Backbone backbone, Path folder, String file) {
        WeightsLocator locator = new WeightsLocator(List.of(folder), Path.of("."), TestRuntime.cache(), true);
        WeightsSpec spec = new WeightsSpec(WeightsSpec.Kind.FILE, file, false);
        Path path = WeightsImport.locate(backbone, spec, locator, Progress.NONE);
        return WeightsImport.load(backbone, spec, 1, path, Progress.NONE);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
