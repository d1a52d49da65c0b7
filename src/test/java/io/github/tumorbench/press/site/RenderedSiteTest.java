package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole sites, read as a browser would, in each form a record can take. */
class RenderedSiteTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private static final Map<Shape, SiteProbe> SITES = new HashMap<>();

    @TempDir
    static Path folder;

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("usual", Shape.usual()),
                Arguments.of("no pictures, as for real images", one().withoutPictures()),
                Arguments.of("no masks", one().withoutMasks()),
                Arguments.of("no explained images", one().withoutMaps()),
                Arguments.of("of schema 1, no measurements", one().withoutMeasurements()),
                Arguments.of("known patients", one().withPatients()),
                Arguments.of("a class without test images", one().withoutTestImagesOf(1)),
                Arguments.of("a class never predicted", one().withoutPredictionsOf(2)),
                Arguments.of(
                        "names with markup and in other scripts",
                        one().withClasses(List.of(SCRIPT, "A & \"B\" 'C'", "髄膜腫", "ورم نخامي"))),
                Arguments.of("two classes", one().withClasses(List.of("no", "yes"))),
                Arguments.of("twelve experiments with long names", twelve()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyPageIsWholeWhateverTheRecordHolds(String name, Shape shape) throws IOException {
        SiteProbe site = render(shape);

        assertThat(site.problems()).isEmpty();
        assertThat(site.pages().keySet())
                .contains("index.html", "data.html", "methods.html")
                .hasSizeGreaterThanOrEqualTo(3 + shape.backbones().size());
        assertThat(site.pages().values().stream().map(Document::title))
                .as("titles tell pages apart")
                .doesNotHaveDuplicates();
    }

    @Test
    void markupInNamesIsShownAsText() throws IOException {
        SiteProbe site = render(one().withClasses(List.of(SCRIPT, "b", "c", "d")));

        site.pages().forEach((name, page) -> assertThat(page.select("script"))
                .as(name)
                .allSatisfy(script -> assertThat(script.data()).doesNotContain("<script", "</script")));
        assertThat(site.page("index.html").select("dd").eachText()).contains(SCRIPT + ", b, c, d");
        assertThat(site.page("data.html").select("details code").eachText()).contains("testing/" + SCRIPT + ".png");
        assertThat(site.page(experiment("ResNet50")).select("tbody th").eachText())
                .contains(SCRIPT);
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws IOException {
        Map<String, byte[]> first = render(one()).bytes();
        Map<String, byte[]> second = render(TestRecords.write(one(), folder.resolve("again-record")), "again")
                .bytes();

        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(20);
        assertThat(first.keySet())
                .allSatisfy(name -> assertThat(second.get(name)).as(name).isEqualTo(first.get(name)));
    }

    @Test
    void theLeaderboardFollowsFromThePublishedPredictions() throws IOException {
        SiteProbe site = render(Shape.usual());

        List<Entry<String, String>> expected = new ArrayList<>();
        for (String backbone : Shape.usual().backbones()) {
            String table = site.text("record/experiments/" + id(backbone) + "/predictions.csv");
            List<String[]> rows =
                    table.lines().skip(1).map(line -> line.split(",")).toList();
            long right = rows.stream().filter(row -> row[1].equals(row[2])).count();
            expected.add(Map.entry(
                    experiment(backbone), String.format(Locale.ROOT, "%.1f %%", 100.0 * right / rows.size())));
        }

        List<Entry<String, String>> shown =
                site.page("index.html").select("#content table").first().select("tbody tr").stream()
                        .map(row -> Map.entry(
                                row.select("th a").attr("href"),
                                row.select("td.number").first().ownText().replace('\u00a0', ' ')))
                        .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(shown.stream().map(row -> Double.parseDouble(row.getValue().split(" ")[0])))
                .as("the most accurate first")
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void picturesAreShownOnlyWhereTheRecordHasThem() throws IOException {
        Document with = render(one()).page(experiment("ResNet50"));
        assertThat(with.select(".cam")).hasSize(10);
        assertThat(with.select(".cam .layers > img:first-child:not(.map)")).hasSize(10);
        assertThat(with.select(".cam .layers > img.map")).hasSize(10);
        assertThat(with.select(".cam .layers > img.outline")).hasSize(8);
        assertThat(with.select(".strength input[type=radio]")).hasSize(4);

        SiteProbe without = render(one().withoutPictures());
        Element map = without.page(experiment("ResNet50")).selectFirst(".cam img");
        assertThat(without.page(experiment("ResNet50")).select(".cam img")).hasSize(10);
        assertThat(without.page(experiment("ResNet50")).select(".strength")).isEmpty();
        assertThat(Map.entry(map.attr("width"), map.attr("height"))).isEqualTo(Map.entry("3", "3"));
        assertThat(without.bytes().keySet().stream().filter(name -> name.endsWith(".png")))
                .as("maps and no images")
                .hasSize(14)
                .allMatch(name -> name.endsWith("-map.png"));
    }

    @Test
    void aClassWithoutTestImagesHasNoNumbersOfItsOwn() throws IOException {
        Document page = render(one().withoutTestImagesOf(1)).page(experiment("ResNet50"));

        Element row = page.select("section[aria-labelledby=per-class] tbody tr").stream()
                .filter(one -> one.selectFirst("th").text().equals("meningioma"))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("td").stream().map(Element::ownText).toList().get(1))
                .isEqualTo("–");
        assertThat(row.select("td").last().ownText()).isEqualTo("0");
    }

    @Test
    void aClassNeverPredictedHasNoPrecisionAndARecallOfNothing() throws IOException {
        Document page = render(one().withoutPredictionsOf(2)).page(experiment("ResNet50"));

        Element row = page.select("section[aria-labelledby=per-class] tbody tr").get(2);
        assertThat(row.selectFirst("th").text()).isEqualTo("notumor");
        assertThat(row.select("td").stream()
                        .map(cell -> cell.ownText().replace('\u00a0', ' '))
                        .toList()
                        .subList(0, 2))
                .containsExactly("–", "0.0 %");
    }

    @Test
    void generatedImagesAreCalledSoOnEveryPage() throws IOException {
        render(one()).pages().forEach((name, page) -> assertThat(
                        page.select("header .badge").eachText())
                .as(name)
                .containsExactly("phantom"));
    }

    @Test
    void aPageOfExplainedImagesStaysLight() throws IOException {
        Map<String, byte[]> files = render(one()).bytes();

        assertThat(files.get("index.html").length + files.get("assets/tumorbench.css").length)
                .isLessThan(300_000);
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().endsWith(".png"))
                .allSatisfy(file ->
                        assertThat(file.getValue().length).as(file.getKey()).isLessThan(40_000));
    }

    private static Shape one() {
        return Shape.usual().withBackbones(List.of("ResNet50"));
    }

    private static Shape twelve() {
        return Shape.usual()
                .withoutPictures()
                .withBackbones(IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> "VeryLongBackboneNameWithoutAnyBreak" + i + "x".repeat(3 * i))
                        .toList());
    }

    private static String experiment(String backbone) {
        return "experiment-" + id(backbone) + ".html";
    }

    private static String id(String backbone) {
        return backbone.toLowerCase(Locale.ROOT) + "-full-official";
    }

    /** Each form is rendered once for all tests. */
    private static SiteProbe render(Shape shape) throws IOException {
        SiteProbe site = SITES.get(shape);
        if (site == null) {
            String place = "shape-" + SITES.size();
            site = render(TestRecords.write(shape, folder.resolve(place + "-record")), place);
            SITES.put(shape, site);
        }
        return site;
    }

    private static SiteProbe render(StudyRecord record, String name) throws IOException {
        Path site = Files.createDirectories(folder.resolve(name));
        Press.render(record, site, Site.RESAMPLES);
        return new SiteProbe(site);
    }
}
