package io.github.tumorbench.press.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** That each figure draws the analysis's numbers, and its table says the same. */
class FigureDataTest {
    private static final StudyAnalysis STUDY = StudyAnalysis.of(SampleRecords.threeBackbones(), 100);
    private final ExperimentAnalysis one = STUDY.experiments().get(0);
    private final int wrong = one.confusion().total() - one.confusion().correct();

    private static SvgProbe svg(Figure figure) {
        return new SvgProbe(figure.svg());
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    @Test
    void theOverviewPlacesEachDotOnItsScale() {
        Figure figure = Figures.accuracyOverview(STUDY);
        SvgProbe svg = svg(figure);
        List<Element> dots = svg.all("use");
        double from = tick(svg, "85 %");
        double to = tick(svg, "100 %");
        for (int i = 0; i < 3; i++) {
            String ranked = STUDY.families().get(0).ids().get(i);
            double accuracy = STUDY.experiment(ranked).overall().accuracy().value();
            assertThat(number(dots.get(i), "x")).isCloseTo(from + (to - from) * (accuracy - 0.85) / 0.15, within(0.2));
            assertThat(svg.texts()).contains(Numbers.percent(accuracy));
            assertThat(figure.data().rows().get(i).get(1))
                    .isEqualTo(Numbers.percent(
                            STUDY.experiments().get(i).overall().accuracy().value()));
        }
        assertThat(svg.marks(Marker.CIRCLE) + svg.marks(Marker.SQUARE) + svg.marks(Marker.TRIANGLE))
                .isEqualTo(3);
    }

    private static double tick(SvgProbe svg, String label) {
        return svg.all("text").stream()
                .filter(text -> text.getTextContent().equals(label))
                .mapToDouble(text -> number(text, "x"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recallHasADotForEachClassAndExperiment() {
        Figure figure = Figures.recallByClass(STUDY);
        assertThat(svg(figure).all("use")).hasSize(4 * 3);
        assertThat(figure.data().rows()).hasSize(12);
        assertThat(figure.reading()).startsWith("Recall is lowest for meningioma under EfficientNetB0 (");
    }

    @Test
    void theConfusionMatrixShowsCountsAndRowShares() {
        Figure figure = Figures.confusionMatrix(one);
        List<String> texts = svg(figure).texts();
        for (int row = 0; row < 4; row++) {
            assertThat(texts).contains("n = " + one.confusion().support(row));
            for (int column = 0; column < 4; column++) {
                String count = String.valueOf(one.confusion().count(row, column));
                String share = Numbers.percent(one.confusion().share(row, column));
                assertThat(texts).contains(count, share);
                assertThat(figure.data().rows().get(row).get(column + 1)).isEqualTo(count + " (" + share + ")");
            }
        }
        assertThat(figure.data().columns())
                .startsWith("True class", "Predicted glioma")
                .endsWith("Images");
        assertThat(figure.reading())
                .startsWith("The most common error of MobileNetV2 is to take meningioma for glioma");
    }

    @Test
    void rocCurvesAreDrawnOnceInFullAndOnceEnlargedWhereTheyCrowd() {
        Figure figure = Figures.rocCurves(one);
        long curves = svg(figure).all("path").stream()
                .filter(path -> (path.getAttribute("style") + ((Element) path.getParentNode()).getAttribute("style"))
                        .contains("stroke:var(--class-"))
                .filter(path -> path.getAttribute("d").contains("L"))
                .count();
        assertThat(curves).isEqualTo(8);
        assertThat(svg(figure).texts()).contains("top left corner, enlarged", "0.994");
        assertThat(figure.data().rows()).extracting(row -> row.get(0)).containsExactlyElementsOf(SampleRecords.CLASSES);
    }

    @Test
    void curvesFarFromTheCornerAreNotEnlarged() {
        List<String> classes = List.of("a", "b");
        ExperimentAnalysis chance = StudyAnalysis.of(SampleRecords.study(
                        classes,
                        SampleRecords.experiment(
                                "x",
                                SampleRecords.prediction(0, "a", classes, .5, .5),
                                SampleRecords.prediction(1, "b", classes, .5, .5))))
                .experiments()
                .get(0);
        Figure figure = Figures.rocCurves(chance);
        assertThat(svg(figure).texts()).doesNotContain("top left corner, enlarged");
        assertThat(figure.reading()).isEqualTo("The area under every curve is 0.500; 0.5 is chance.");
    }

    @Test
    void learningCurvesMarkTheKeptEpochAndTheRates() {
        Figure figure = Figures.learningCurves(one).orElseThrow();
        SvgProbe svg = svg(figure);
        assertThat(svg.texts()).contains("epoch 9 kept", "learning rate", "1e-3", "1e-4");
        assertThat(svg.marks(Marker.CIRCLE)).isEqualTo(2 * 12 + 1);
        assertThat(svg.marks(Marker.SQUARE)).isEqualTo(2 * 12 + 1);
        assertThat(figure.data().rows().get(8).get(0)).isEqualTo("9 (kept)");
        assertThat(figure.data().rows()).extracting(row -> row.get(1)).contains("1e-3", "5e-4", "2.5e-4");
        assertThat(figure.reading())
                .startsWith("The weights of epoch 9 of 12 were kept")
                .endsWith("fell from 1e-3 to 2.5e-4.");
    }

    @Test
    void histogramsHaveABarForEachBinThatIsNotEmpty() {
        long bars = one.confidence().bins().stream()
                .mapToLong(bin -> (bin.correct() > 0 ? 1 : 0) + (bin.wrong() > 0 ? 1 : 0))
                .sum();
        Figure figure = Figures.confidenceHistogram(one);
        assertThat(svg(figure).all("rect")).hasSize((int) bars);
        assertThat(svg(figure).texts()).contains(wrong + " wrong predictions");
        assertThat(figure.data().rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get(3)))
                        .sum())
                .isEqualTo(wrong);
    }

    @Test
    void reliabilityHasADotForEachBinThatIsNotEmpty() {
        long bins = one.reliability().stream().filter(bin -> bin.count() > 0).count();
        Figure figure = Figures.reliabilityDiagram(one);
        assertThat(svg(figure).marks(Marker.CIRCLE)).isEqualTo(bins);
        assertThat(figure.data().rows()).hasSize((int) bins);
        assertThat(figure.reading())
                .startsWith("On the whole predictions are less confident than right: mean confidence 0.846");
    }

    @Test
    void theProjectionHasAMarkForEachImageAndARingForEachWrongOne() {
        Figure figure = Figures.projection(one).orElseThrow();
        SvgProbe svg = svg(figure);
        assertThat(svg.marks(Marker.RING)).isEqualTo(wrong + 1);
        assertThat(svg.marks(Marker.CIRCLE) + svg.marks(Marker.SQUARE) + svg.marks(Marker.TRIANGLE))
                .isEqualTo(1311 - 300 + 3);
        assertThat(svg.marks(Marker.DIAMOND)).isEqualTo(300 + 1);
        assertThat(figure.reading()).contains(wrong + " are classified wrongly and ringed");
    }

    @Test
    void everyPointOfTheProjectionSaysWhichRowOfTheTableItStandsFor() {
        SvgProbe svg = svg(Figures.projection(one).orElseThrow());
        List<Element> lines = svg.lines().stream()
                .filter(line -> !((Element) svg.markerOf(line).getFirstChild())
                        .getAttribute("href")
                        .endsWith("-ring"))
                .toList();
        List<Integer> rows = new ArrayList<>();
        for (Element line : lines) {
            List<Integer> own = new ArrayList<>();
            for (String range : line.getAttribute("data-rows").split(",")) {
                String[] ends = range.split("-");
                IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                        .forEach(own::add);
            }
            assertThat(own).hasSize((int) SvgProbe.points(line));
            rows.addAll(own);
        }
        svg.all("use").stream()
                .filter(use -> use.hasAttribute("data-row"))
                .filter(use -> !use.getAttribute("href").endsWith("-ring"))
                .forEach(use -> rows.add(Integer.parseInt(use.getAttribute("data-row"))));
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1311).boxed().toList());
    }

    @Test
    void whatTheRecordLacksHasNoFigure() {
        ExperimentAnalysis bare = StudyAnalysis.of(SampleRecords.study(List.of("a"), SampleRecords.experiment("x")))
                .experiments()
                .get(0);
        assertThat(Figures.learningCurves(bare)).isEmpty();
        assertThat(Figures.projection(bare)).isEmpty();
        assertThat(Figures.of(bare)).hasSize(5);
    }

    @Test
    void textSitsOnItsAnchorSoThatAnotherFontDoesNotMoveIt() {
        SvgProbe svg = svg(Figures.rocCurves(one));
        List<Element> side = svg.all("text").stream()
                .filter(text -> Arrays.asList("0.2", "0.4", "0.6", "0.8").contains(text.getTextContent()))
                .filter(text -> text.getAttribute("text-anchor").equals("end")
                        || ((Element) text.getParentNode())
                                .getAttribute("text-anchor")
                                .equals("end"))
                .toList();
        assertThat(side)
                .hasSize(4)
                .extracting(text -> text.getAttribute("x"))
                .containsOnly(side.get(0).getAttribute("x"));
    }
}
