package io.github.tumorbench.press.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What holds for every figure, of a study-sized record and of records at the edge. */
class FigureFormTest {
    private static final String HOSTILE = "<script>alert('x')</script>&\"\u0007";

    private static StudyAnalysis of(List<String> classes, ExperimentRecord... experiments) {
        return StudyAnalysis.of(SampleRecords.study(classes, experiments), 100);
    }

    private static List<Figure> figures(StudyAnalysis study) {
        List<Figure> figures = new ArrayList<>(List.of(Figures.accuracyOverview(study), Figures.recallByClass(study)));
        Figures.of(study).stream().skip(2).forEach(figures::add);
        study.experiments().forEach(one -> figures.addAll(Figures.of(one)));
        return figures;
    }

    private static StudyAnalysis hostile() {
        List<String> classes = List.of(HOSTILE, "b");
        Prediction one = SampleRecords.prediction(0, HOSTILE, classes, .4, .6);
        Prediction two = SampleRecords.prediction(1, "b", classes, .4, .6);
        return of(
                classes,
                new ExperimentRecord(
                        SampleRecords.facts("x\"><script>", HOSTILE, 2, 1),
                        List.of(
                                new Epoch(1, 1e-3, 0.5, 0.5, Double.NaN, 0.5),
                                new Epoch(2, 0, Double.POSITIVE_INFINITY, 0.5, 0.4, 0.6)),
                        List.of(one, two),
                        List.of(),
                        List.of(new Projection(one.file(), 0, 0)),
                        List.of()));
    }

    private static final List<Figure> OF_A_STUDY = figures(StudyAnalysis.of(SampleRecords.threeBackbones(), 100));
    private static final List<Figure> EVERY_FIGURE = draw();

    static Stream<Figure> everyFigure() {
        return EVERY_FIGURE.stream();
    }

    private static List<Figure> draw() {
        List<String> classes = List.of("a", "b", "c");
        List<String> many = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
        double[] even = many.stream().mapToDouble(name -> 1.0 / many.size()).toArray();
        Stream<Figure> atTheEdge = Stream.of(
                        hostile(),
                        of(classes),
                        of(classes, SampleRecords.experiment("none")),
                        of(
                                classes,
                                SampleRecords.experiment("one", SampleRecords.prediction(0, "b", classes, 0, 1, 0))),
                        of(many, SampleRecords.experiment("many", SampleRecords.prediction(0, "b", many, even))))
                .flatMap(study -> figures(study).stream());
        return Stream.concat(OF_A_STUDY.stream(), atTheEdge).toList();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyFigure")
    void aFigureIsSelfContainedScalableAndDescribed(Figure figure) {
        SvgProbe svg = new SvgProbe(figure.svg());
        assertThat(svg.root().getAttribute("role")).isEqualTo("img");
        assertThat(svg.root().getAttribute("viewBox")).matches("0 0 600 \\d+");
        assertThat(svg.root().hasAttribute("width")).isFalse();
        assertThat(svg.root().getAttribute("aria-labelledby"))
                .isEqualTo(figure.id() + "-title " + figure.id() + "-desc");
        assertThat(svg.attributes("id")).contains(figure.id() + "-title", figure.id() + "-desc");
        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.all("clipPath")).isEmpty();
        assertThat(figure.svg())
                .doesNotContainPattern("url\\((?!#)")
                .doesNotContain("NaN")
                .doesNotContain("\r");
        assertThat(figure.svg().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        assertThat(Stream.of(figure.title(), figure.reading(), figure.alternative()))
                .noneMatch(String::isBlank);
        assertThat(figure.reading()).endsWith(".");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyFigure")
    void everyColourIsATonesVariableWithItsLightValue(Figure figure) {
        Set<String> tones = Palette.tones().stream().map(Palette.Tone::css).collect(Collectors.toSet());
        for (String style : new SvgProbe(figure.svg()).attributes("style")) {
            for (String declaration : style.split(";")) {
                String value = declaration.substring(declaration.indexOf(':') + 1);
                assertThat(value.equals("none") || tones.contains(value) || value.matches("url\\(#[a-z0-9-]+\\)"))
                        .as(style)
                        .isTrue();
            }
        }
        assertThat(new SvgProbe(figure.svg()).attributes("fill")).isEmpty();
        assertThat(new SvgProbe(figure.svg()).attributes("stroke")).isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyFigure")
    void textIsLargeEnoughToRead(Figure figure) {
        assertThat(new SvgProbe(figure.svg()).attributes("font-size"))
                .allSatisfy(size -> assertThat(Double.parseDouble(size)).isGreaterThanOrEqualTo(12));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyFigure")
    void everythingAnchoredLiesWithinTheViewBox(Figure figure) {
        SvgProbe svg = new SvgProbe(figure.svg());
        double height = Double.parseDouble(svg.root().getAttribute("viewBox").split(" ")[3]);
        Stream<Element> placed = Stream.of("text", "use")
                .flatMap(tag -> svg.all(tag).stream())
                .filter(element -> !element.getParentNode().getNodeName().equals("marker"));
        placed.forEach(element -> {
            assertThat(Double.parseDouble(element.getAttribute("x"))).isBetween(0.0, 600.0);
            assertThat(Double.parseDouble(element.getAttribute("y"))).isBetween(0.0, height);
        });
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyFigure")
    void everyPointOfALineOfMarksLiesWithinTheViewBox(Figure figure) {
        SvgProbe svg = new SvgProbe(figure.svg());
        double height = Double.parseDouble(svg.root().getAttribute("viewBox").split(" ")[3]);
        for (Element line : svg.lines()) {
            assertThat(SvgProbe.places(line)).allSatisfy(place -> {
                assertThat(place[0]).isBetween(0.0, 600.0);
                assertThat(place[1]).isBetween(0.0, height);
            });
        }
    }

    @Test
    void idsAreUniqueAmongAllFiguresOfAStudy() {
        List<String> ids = OF_A_STUDY.stream()
                .flatMap(figure -> new SvgProbe(figure.svg()).attributes("id").stream())
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(ids).hasSizeGreaterThan(40);
    }

    @Test
    void everyReferenceLeadsToAMarkerOfTheSameFigure() {
        for (Figure figure : OF_A_STUDY) {
            SvgProbe svg = new SvgProbe(figure.svg());
            Set<String> ids = new HashSet<>(svg.attributes("id"));
            assertThat(svg.attributes("href")).as(figure.id()).allMatch(href -> ids.contains(href.substring(1)));
            assertThat(svg.lines()).as(figure.id()).allSatisfy(line -> assertThat(svg.markerOf(line))
                    .isNotNull());
        }
    }

    @Test
    void namesThatLookLikeMarkupStayText() {
        ExperimentAnalysis one = hostile().experiments().get(0);
        assertThat(new SvgProbe(Figures.rocCurves(one).svg()).texts()).contains("<script>alert(…");
        assertThat(new SvgProbe(Figures.confusionMatrix(one).svg())
                        .all("title")
                        .get(0)
                        .getTextContent())
                .isEqualTo("Confusion matrix of <script>alert('x')</script>&\" ");
    }

    @Test
    void figuresAreTheSameBytesEachTimeAndInEveryLocale() {
        StudyAnalysis study = StudyAnalysis.of(SampleRecords.threeBackbones(), 100);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(figures(study)).isEqualTo(OF_A_STUDY);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aScatterOfAThousandPointsStaysSmall() {
        Figure figure = OF_A_STUDY.get(OF_A_STUDY.size() - 1);
        assertThat(figure.id()).startsWith("projection-");
        assertThat(figure.svg().length()).isLessThan(100_000);
    }
}
