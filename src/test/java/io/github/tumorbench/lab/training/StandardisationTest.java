package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.engine.Head;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardisationTest {
    /** Three images, three features; the last never varies. */
    private static final float[] FEATURES = {1, 10, 7, 2, 30, 7, 3, 50, 7};

    private final Standardisation standardisation = Standardisation.of(Rows.of(FEATURES, 3));
    private final Map<String, float[]> head =
            Map.of(Head.KERNEL, new float[] {0.5f, -1, 0.02f, 0.03f, 2, 1}, Head.BIAS, new float[] {0.1f, -0.2f});

    @Test
    void featuresGetMeanZeroAndDeviationOne() {
        float step = (float) Math.sqrt(1.5);
        assertThat(standardised())
                .containsExactly(new float[] {-step, -step, 0, 0, 0, 0, step, step, 0}, within(1e-6f));
    }

    @Test
    void aHeadSaysTheSameOnEitherKindOfFeature() {
        float[] plain = logits(FEATURES, head);
        float[] standardised = logits(standardised(), standardisation.toStandardised(head));
        assertThat(standardised).containsExactly(plain, within(1e-4f));
    }

    @Test
    void thereAndBackIsTheSameHead() {
        Map<String, float[]> back = standardisation.toPlain(standardisation.toStandardised(head));
        assertThat(back.get(Head.KERNEL)).containsExactly(head.get(Head.KERNEL), within(1e-6f));
        assertThat(back.get(Head.BIAS)).containsExactly(head.get(Head.BIAS), within(1e-5f));
    }

    private float[] standardised() {
        Rows rows = standardisation.apply(Rows.of(FEATURES, 3));
        float[] values = new float[9];
        for (int i = 0; i < rows.count(); i++) {
            rows.read(i, values, 3 * i);
        }
        return values;
    }

    private static float[] logits(float[] features, Map<String, float[]> head) {
        float[] logits = new float[6];
        for (int n = 0; n < 3; n++) {
            for (int c = 0; c < 2; c++) {
                float sum = head.get(Head.BIAS)[c];
                for (int f = 0; f < 3; f++) {
                    sum += features[3 * n + f] * head.get(Head.KERNEL)[2 * f + c];
                }
                logits[2 * n + c] = sum;
            }
        }
        return logits;
    }
}
