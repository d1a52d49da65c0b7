package io.github.tumorbench.lab.dataset.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource({"1,0,0, -2", "3,0,0, 0", "1,2,0, 0", "1,0,0.5, -1.5", "1,3.5,0, 1.5", "1,0,9, 7"})
    void aBallIsMeasuredExactly(double x, double y, double z, double expected) {
        assertThat(new Ellipsoid(1, 0, 0, 2, 2, 2).distance(x, y, z)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"3,0,0", "0,2,0", "0,0,1", "-3,0,0"})
    void anEllipsoidsPolesLieOnItsSurface(double x, double y, double z) {
        assertThat(new Ellipsoid(0, 0, 0, 3, 2, 1).distance(x, y, z)).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0, -1", "10,0,0, -2", "5,3,0, 1.5", "-4,0,0, 3", "13,4,0, 3"})
    void aTubeNarrowsFromEndToEnd(double x, double y, double z, double expected) {
        assertThat(new Tube(0, 0, 0, 1, 10, 0, 0, 2).distance(x, y, z)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void farFromTheSeamAUnionIsTheMinimumAndOnItLess() {
        assertThat(Shape.union(1, 3, 0.5)).isEqualTo(1);
        assertThat(Shape.union(1, 1, 0.5)).isEqualTo(1 - 0.125);
        assertThat(Shape.intersection(1, 3, 0.5)).isEqualTo(3);
        assertThat(Shape.intersection(1, 1, 0.5)).isEqualTo(1 + 0.125);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "3,0.5", "4,1", "9,1"})
    void aStepRisesBetweenItsEnds(double value, double expected) {
        assertThat(Shape.step(2, 4, value)).isEqualTo(expected);
    }

    @Test
    void solidsFarFromAPixelLeaveItAloneAndPairsLieOnBothSides() {
        Solids solids = new Solids();
        solids.addPair(new Ellipsoid(3, 0, 0, 1, 1, 1), 0.8);
        Brush brush = new Brush(0.1);
        for (double x : new double[] {3, -3}) {
            brush.fill(0.2);
            solids.paint(brush, x, 0, 0);
            assertThat(brush.signal()).isEqualTo(0.8);
        }
        brush.fill(0.2);
        solids.paint(brush, 0, 0, 0);
        assertThat(brush.signal()).isEqualTo(0.2);
    }
}
