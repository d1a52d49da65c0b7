package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.press.figures.Palette;
import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressTest {
    private static final String RESNET = "experiment-resnet50-full-official.html";

    @TempDir
    static Path usualFolder;

    private static Site usual;

    @TempDir
    Path folder;

    @BeforeAll
    static void render() throws IOException {
        usual = Site.of(Shape.usual(), usualFolder);
    }

    @Test
    void aReportHasItsMetricsFiguresRecordAndPages() throws IOException {
        assertThat(usual.files())
                .contains(
                        "index.html",
                        RESNET,
                        "assets/tumorbench.css",
                        "data/metrics.json",
                        "data/figures/recall-by-class.svg",
                        "data/figures/recall-by-class.csv",
                        "record/run.json",
                        "record/experiments/resnet50-full-official/predictions.csv");
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws IOException {
        Site again = Site.of(Shape.usual(), folder);

        assertThat(again.contents()).isEqualTo(usual.contents());
    }

    @Test
    void theLeaderboardSaysWhatTheMetricsSayAndBeginsWithTheMostAccurate() throws IOException {
        Site site = usual;
        JsonNode metrics = new ObjectMapper()
                .readTree(site.folder().resolve("data/metrics.json").toFile());
        List<Double> accuracies = new ArrayList<>();

        for (Element row : site.page("index.html").select("#comparison ~ .scroll tbody tr")) {
            JsonNode one = experiment(metrics, row.selectFirst("a").attr("href"));
            JsonNode accuracy = one.required("accuracy");
            accuracies.add(accuracy.get("value").asDouble());
            assertThat(row.child(1).ownText().replace('\u00a0', ' ')).isEqualTo(percent(accuracy.get("value")));
            assertThat(row.child(1).select("small").text())
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "%.1f–%.1f",
                            100 * accuracy.get("low").asDouble(),
                            100 * accuracy.get("high").asDouble()));
        }

        assertThat(accuracies).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void thePhantomIsMarkedOnEveryPageAndExplainedOnTheFirst() throws IOException {
        Site site = usual;

        site.pages()
                .forEach((name, page) ->
                        assertThat(page.select("header .badge").text()).as(name).isEqualTo("phantom"));
        assertThat(site.page("index.html").select(".warning").text()).contains("no patient was scanned");
    }

    @Test
    void namesOfClassesAreShownAsTextWhateverTheyContain() throws IOException {
        String nasty = "<script>alert(1)</script>";
        Site site = Site.of(single().withClasses(List.of(nasty, "a & b", "\"c\"", "d")), folder);

        for (Document page : site.pages().values()) {
            assertThat(page.select("script[src]").eachAttr("src")).containsOnly("assets/tumorbench.js");
            assertThat(page.select("script:not([src])"))
                    .allMatch(script -> script.attr("type").equals("application/ld+json"));
        }
        assertThat(site.page(RESNET).select("#per-class ~ .scroll tbody th").eachText())
                .containsExactly(nasty, "a & b", "\"c\"", "d");
    }

    @Test
    void withoutMapsThePageSaysSo() throws IOException {
        Document page = Site.of(single().withoutMaps(), folder).page(RESNET);

        assertThat(page.select(".cam img")).isEmpty();
        assertThat(page.select(".empty").text()).contains("No test image was explained");
    }

    @Test
    void withoutPicturesTheMapsStandAlone() throws IOException {
        Document page = Site.of(single().withoutPictures(), folder).page(RESNET);

        assertThat(page.select(".cam")).isNotEmpty();
        assertThat(page.select(".cam img"))
                .hasSameSizeAs(page.select(".cam"))
                .allSatisfy(image -> assertThat(image.attr("src")).endsWith("-map.png"));
    }

    @Test
    void withoutMasksNothingIsScored() throws IOException {
        Site site = Site.of(single().withoutMasks(), folder);
        Document page = site.page(RESNET);

        assertThat(page.select(".cam")).isNotEmpty();
        assertThat(page.select(".cam .hit")).isEmpty();
        assertThat(page.select("#localisation ~ dl")).isEmpty();
        assertThat(page.select("#localisation ~ p.reading").text()).isNotBlank();
    }

    @Test
    void aHitIsSaidInWordsAndNotByColourAlone() throws IOException {
        Document page = usual.page(RESNET);

        assertThat(page.select(".cam .hit.right")).isNotEmpty().allSatisfy(hit -> assertThat(hit.text())
                .isEqualTo("✓ points into the tumour"));
        assertThat(page.select(".cam .hit.wrong")).isNotEmpty().allSatisfy(hit -> assertThat(hit.text())
                .isEqualTo("✗ points beside the tumour"));
    }

    @Test
    void aClassWithoutTestImagesHasDashesInsteadOfNumbers() throws IOException {
        Document page = Site.of(single().withoutTestImagesOf(1), folder).page(RESNET);
        Element row = page.select("#per-class ~ .scroll tbody tr").get(1);

        assertThat(row.child(0).text()).isEqualTo("meningioma");
        assertThat(row.child(2).text()).isEqualTo("–");
        assertThat(row.child(6).text()).isEqualTo("0");
        assertThat(page.text()).doesNotContain("NaN").doesNotContain("null");
    }

    @Test
    void oneExperimentIsAskedAboutAlone() throws IOException {
        Document page = Site.of(single(), folder).page("index.html");

        assertThat(page.select(".lead").text())
                .isEqualTo(
                        "How well does ResNet50 tell glioma, meningioma, notumor and pituitary apart in a single image? "
                                + "Trained by the schedule full on 240 images, with 40 to steer by, and tested on 120 others.");
        assertThat(page.select("#comparison ~ .scroll tbody tr")).hasSize(1);
    }

    @Test
    void twelveExperimentsWithLongNamesEachHaveARowAPageAndAPlaceInTheNavigation() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            names.add("AnExtraordinarilyLongNameOfABackboneWithoutAnySpace" + i);
        }
        Site site = Site.of(Shape.usual().withBackbones(names).withoutMaps(), folder);

        assertThat(site.page("index.html").select("#comparison ~ .scroll tbody tr"))
                .hasSize(12);
        assertThat(site.page("index.html").select("nav.rail a[href^=backbone-]").eachText())
                .isEqualTo(names);
        assertThat(site.pages().keySet())
                .filteredOn(name -> name.startsWith("experiment-"))
                .hasSize(12);
    }

    @Test
    void theStyleSheetHasTheColoursOfTheFigures() throws IOException {
        String css = Files.readString(Path.of("templates/assets/tumorbench.css"));
        String light = css.substring(0, css.indexOf("@media screen and (prefers-color-scheme: dark)"));
        String dark = css.substring(light.length(), css.indexOf("@media screen {"));
        String chosen = css.substring(css.indexOf("@media screen {"), css.indexOf("@media print { :root"));

        assertThat(Palette.lightCss().lines()).isNotEmpty().allSatisfy(line -> assertThat(light)
                .contains(line));
        assertThat(Palette.darkCss().lines()).isNotEmpty().allSatisfy(line -> assertThat(dark)
                .contains(line));
        assertThat(Palette.darkCss().lines())
                .allSatisfy(line -> assertThat(chosen).contains(line));
    }

    private static Shape single() {
        return Shape.usual().withBackbones(List.of("ResNet50"));
    }

    private static JsonNode experiment(JsonNode metrics, String href) {
        return metrics.get("experiments").required(href.replaceAll("^experiment-|\\.html$", ""));
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
    }
}
