package io.github.tumorbench.press.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageMeansTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 1);

    @Test
    void imagesOfOnePatientCountAsOne() {
        double[] hits = IntStream.range(0, 40).mapToDouble(i -> i / 4 % 2).toArray();
        List<String> patients =
                IntStream.range(0, 40).mapToObj(i -> "P" + i / 4).toList();
        List<Column> column = List.of(new Column(hits, true));
        Estimate alone = ImageMeans.of(ResamplingPlan.ofImages(new int[40]), column, BOOTSTRAP)
                .get(0);
        Estimate together = ImageMeans.of(ResamplingPlan.ofPatients(new int[40], patients), column, BOOTSTRAP)
                .get(0);
        assertThat(together.value()).isEqualTo(alone.value()).isEqualTo(0.5);
        assertThat(together.high() - together.low()).isGreaterThan(1.6 * (alone.high() - alone.low()));
    }

    @Test
    void aShareThatNoResampleMovesHasWilsonsBoundOverPatients() {
        double[] none = new double[20];
        List<String> patients =
                IntStream.range(0, 20).mapToObj(i -> "P" + i / 2).toList();
        ResamplingPlan plan = ResamplingPlan.ofPatients(new int[20], patients);
        Estimate share =
                ImageMeans.of(plan, List.of(new Column(none, true)), BOOTSTRAP).get(0);
        assertThat(share.method()).isEqualTo(ImageMeans.EVEN);
        assertThat(share.high()).isEqualTo(Intervals.wilson(0, 10).high());
        assertThat(ImageMeans.of(plan, List.of(new Column(none, false)), BOOTSTRAP)
                        .get(0)
                        .hasInterval())
                .as("a difference has no bound at 0")
                .isFalse();
        Arrays.fill(none, Double.NaN);
        assertThat(ImageMeans.of(plan, List.of(new Column(none, true)), BOOTSTRAP)
                        .get(0)
                        .value())
                .isNull();
    }
}
