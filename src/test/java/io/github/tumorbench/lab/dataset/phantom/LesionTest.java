package io.github.tumorbench.lab.dataset.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where tumours grow: each on heads of its own, probed on a grid of points. */
class LesionTest {
    private static final int HEADS = 25;

    private record Case(Head head, Lesion lesion, List<Point> inside) {}

    private interface Kind {
        Lesion drawn(Draws draws, Head head, GradientNoise noise);
    }

    private static List<Case> cases(Kind kind) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < HEADS; i++) {
            Draws draws = new Draws(77, i);
            GradientNoise noise = new GradientNoise(draws);
            Head head = new Head(draws, noise);
            Lesion lesion = kind.drawn(draws, head, noise);
            cases.add(new Case(head, lesion, inside(head, lesion)));
        }
        return cases;
    }

    private static List<Point> inside(Head head, Lesion lesion) {
        List<Point> inside = new ArrayList<>();
        double step = lesion.radius() / 8;
        for (int i = -20; i <= 20; i++) {
            for (int j = -20; j <= 20; j++) {
                for (int k = -20; k <= 20; k++) {
                    Point p = lesion.centre().plus(step, new Point(i, j, k));
                    if (lesion.distance(p.x(), p.y(), p.z(), head.cavity(p.x(), p.y(), p.z())) < 0) {
                        inside.add(p);
                    }
                }
            }
        }
        return inside;
    }

    @Test
    void aGliomaLiesInTheBrainAndInsideTheDura() {
        for (Case c : cases(Glioma::drawn)) {
            Point centre = c.lesion().centre();
            assertThat(c.head().brainDepth(centre.x(), centre.y(), centre.z())).isPositive();
            assertThat(c.inside()).isNotEmpty().allMatch(p -> c.head().cavity(p.x(), p.y(), p.z()) < 0);
            long inBrain = c.inside().stream()
                    .filter(p -> c.head().brainDepth(p.x(), p.y(), p.z()) > 0)
                    .count();
            assertThat(inBrain / (double) c.inside().size()).isGreaterThan(0.4);
        }
    }

    @Test
    void aMeningiomaTouchesTheDuraTheFalxOrTheTentorium() {
        for (Case c : cases(Meningioma::drawn)) {
            assertThat(c.inside()).isNotEmpty().allMatch(p -> c.head().cavity(p.x(), p.y(), p.z()) < 0);
            assertThat(c.inside())
                    .anyMatch(p -> c.head().cavity(p.x(), p.y(), p.z()) > -0.35
                            || Math.abs(p.x()) < 0.35
                            || Math.abs(p.z() - Cerebrum.tentorium(p.x(), p.y())) < 0.35);
        }
    }

    @Test
    void anAdenomaSitsInTheSellaNearTheMidline() {
        for (Case c : cases(Adenoma::drawn)) {
            assertThat(Math.abs(c.lesion().centre().x())).isLessThan(1.2);
            assertThat(c.inside())
                    .anyMatch(p -> Math.abs(p.x()) < 0.4
                            && Math.abs(p.y() - Skull.SELLA_Y) < 0.4
                            && Math.abs(p.z() - Skull.SELLA_Z) < 0.5);
            assertThat(c.inside()).allMatch(p -> c.head().skin(p.x(), p.y(), p.z()) < 0);
        }
    }

    @Test
    void theBrainBesideATumourComesFromNearerItsCentreAndFarAwayStaysPut() {
        for (Case c : cases(Meningioma::drawn)) {
            Point centre = c.lesion().centre();
            double radius = c.lesion().radius();
            assertThat(c.lesion().pull(centre.x() + 1.1 * radius, centre.y(), centre.z()))
                    .isBetween(0.3, 0.95);
            assertThat(c.lesion().pull(centre.x() + 9 * radius, centre.y(), centre.z()))
                    .isBetween(0.99, 1.0);
        }
    }

    @Test
    void tissuesKeepTheOrderOfContrastEnhancedT1() {
        for (Case c : cases(Glioma::drawn)) {
            Tissues t = c.head().tissues();
            assertThat(List.of(t.bone(), t.csf(), t.grey(), t.white(), t.enhanced()))
                    .isSorted();
            assertThat(t.fat()).isGreaterThan(t.white());
        }
    }
}
