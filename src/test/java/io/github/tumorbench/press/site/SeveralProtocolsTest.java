package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a real record: networks and ensembles under three protocols, some under one alone, without any image. */
class SeveralProtocolsTest {
    private static final Path RECORD = Path.of("data", "records", "brain-tumor-mri-full");
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    static Path folder;

    private static StudyRecord record;
    private static SiteProbe site;

    @BeforeAll
    static void render() throws IOException {
        Path place = Files.createDirectories(folder.resolve("site"));
        record = RecordReader.read(RECORD);
        Press.render(record, place, Site.RESAMPLES);
        site = new SiteProbe(place);
    }

    @Test
    void everyPageIsWhole() {
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void everyFileOfEveryExperimentLiesBesideThePages() throws IOException {
        Map<String, byte[]> files = site.bytes();
        try (Stream<Path> all = Files.walk(RECORD.resolve("experiments"))) {
            List<String> names = all.filter(Files::isRegularFile)
                    .map(file -> "record/" + RECORD.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(names).anyMatch(name -> name.endsWith("/refit.csv")).allMatch(files::containsKey);
        }
    }

    @Test
    void theAnswerTakesAtMostFiveSentencesAndNamesEveryProtocol() {
        List<String> answer =
                site.page("index.html").select("ol.answer li span").eachText();

        assertThat(answer).hasSizeBetween(3, 5);
        assertThat(answer.subList(0, 3))
                .extracting(sentence -> sentence.replaceAll(":.*", ""))
                .containsExactly("Protocol official", "Protocol official-deduplicated", "Protocol patient-disjoint");
    }

    @Test
    void eachProtocolHasItsLeaderboardInWhichNamesTellOnlyWhatDiffers() {
        Document index = site.page("index.html");

        assertThat(index.select("#comparison ~ h3").eachText())
                .containsExactly("Protocol official", "Protocol official-deduplicated", "Protocol patient-disjoint");
        List<String> everywhere =
                List.of("MobileNetV2", "ResNet50", "EfficientNetB0", "Ensemble light", "Ensemble three");
        List<String> official = new ArrayList<>(everywhere);
        official.add("Ensemble refit");
        assertThat(index.select("#comparison ~ .scroll"))
                .extracting(board -> Set.copyOf(board.select("tbody th a").eachText()))
                .containsExactly(Set.copyOf(official), Set.copyOf(everywhere), Set.copyOf(everywhere));
    }

    @Test
    void aBackboneGathersItsExperimentsUnderEveryProtocol() {
        Document page = site.page("backbone-resnet50.html");

        assertThat(page.select("#experiments ~ .scroll tbody td:nth-child(2)").eachText())
                .containsExactly("official", "official", "official", "official-deduplicated", "patient-disjoint");
        assertThat(page.select("nav.rail .experiments a").eachText())
                .containsExactly(
                        "6-epochs, official",
                        "12-epochs with refit, official",
                        "frozen, official",
                        "6-epochs, official-deduplicated",
                        "6-epochs, patient-disjoint");
        assertThat(site.page("ensembles.html").select("#experiments ~ .scroll tbody tr"))
                .hasSize((int) record.experiments().stream()
                        .filter(one -> one.experiment().ensemble())
                        .count());
    }

    @Test
    void everyFigureHasANumberOfItsOwnAnAddressAndItsFiles() {
        Map<String, byte[]> files = site.bytes();
        List<Element> figures = site.pages().values().stream()
                .flatMap(page -> page.select("figure.chart").stream())
                .toList();

        assertThat(figures).hasSizeGreaterThan(90);
        assertThat(figures.stream()
                        .map(figure -> figure.selectFirst("figcaption a.number").text()))
                .allMatch(number -> number.matches("Figure \\d+"))
                .doesNotHaveDuplicates();
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.selectFirst("figcaption a.number").attr("href")).isEqualTo("#" + figure.id());
            assertThat(figure.select("p.files a").eachAttr("href")).hasSize(2).allMatch(files::containsKey);
            assertThat(figure.select("details table tbody tr")).isNotEmpty();
        });
    }

    @Test
    void theReportIsLightAndItsFirstPageLighter() {
        Map<String, byte[]> files = site.bytes();
        Document index = site.page("index.html");
        long first = files.get("index.html").length
                + index.select("link[href^=assets], script[src], main img[src]").stream()
                        .map(one -> one.hasAttr("src") ? one.attr("src") : one.attr("href"))
                        .distinct()
                        .mapToLong(name -> files.get(name).length)
                        .sum();
        long all = files.entrySet().stream()
                .filter(file -> !file.getKey().startsWith("record/"))
                .mapToLong(file -> file.getValue().length)
                .sum();

        assertThat(first).isBetween(20_000L, 300_000L);
        assertThat(all).isBetween(5L * MEGABYTE, 12L * MEGABYTE);
    }
}
