package io.github.tumorbench.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.ExperimentRecord.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureProjectionTest {
    /** Two clouds far apart, rows alternating between them. */
    private static float[][] clouds(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] features = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                features[i][j] = (float) (random.nextDouble() + (i % 2) * 5);
            }
        }
        return features;
    }

    private static List<String> files(int count) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add("f" + i);
        }
        return files;
    }

    @Test
    void cloudsFarApartStayApart() {
        List<Projection> places = FeatureProjection.project(files(60), clouds(60, 70), 1);
        for (int i = 0; i < 60; i++) {
            int nearest = i == 0 ? 1 : 0;
            for (int j = 0; j < 60; j++) {
                if (j != i && distance(places, i, j) < distance(places, i, nearest)) {
                    nearest = j;
                }
            }
            assertThat(nearest % 2).isEqualTo(i % 2);
        }
    }

    @Test
    void asManyRowsAsColumnsAreNotTakenForDistances() {
        List<Projection> places = FeatureProjection.project(files(40), clouds(40, 40), 1);
        assertThat(places).hasSize(40).allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()));
    }

    @Test
    void equalSeedsGiveEqualPlaces() {
        assertThat(FeatureProjection.project(files(60), clouds(60, 70), 1))
                .isEqualTo(FeatureProjection.project(files(60), clouds(60, 70), 1))
                .isNotEqualTo(FeatureProjection.project(files(60), clouds(60, 70), 2));
    }

    @Test
    void tooFewImagesHaveNoProjection() {
        assertThat(FeatureProjection.project(files(7), clouds(7, 10), 1)).isEmpty();
    }

    private static double distance(List<Projection> places, int i, int j) {
        return Math.hypot(
                places.get(i).x() - places.get(j).x(),
                places.get(i).y() - places.get(j).y());
    }
}
