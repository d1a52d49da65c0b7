package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of explanations and the section on worse images, measured and not. */
class ExplanationsPageTest {
    private static final List<String> FILES = List.of(
            "localisation.csv",
            "spurious.csv",
            "wrong-reason.csv",
            "randomisation.csv",
            "perturbation.csv",
            "agreement.csv",
            "features.csv",
            "robustness.csv");

    @TempDir
    static Path folder;

    private static Site measured;
    private static Site old;

    @BeforeAll
    static void render() throws IOException {
        measured = Site.of(
                Shape.usual().withBackbones(List.of("MobileNetV2", "ResNet50")).withPatients(),
                folder.resolve("measured"));
        old = Site.of(
                Shape.usual()
                        .withBackbones(List.of("ResNet50"))
                        .withoutPictures()
                        .withoutMeasurements(),
                folder.resolve("old"));
    }

    @Test
    void eachNetworkHasItsSentencesTablesAndFigures() {
        Document page = measured.page("explanations.html");

        assertThat(page.select("h2").eachAttr("id"))
                .containsExactly("localisation", "belief", "spurious", "images", "features", "files");
        assertThat(page.select("section[aria-labelledby=localisation] > p").text())
                .contains("of 2 networks");
        assertThat(page.select("section[aria-labelledby=localisation] > details")
                        .first()
                        .select("li"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.text()).contains("image’s centre"));
        assertThat(page.select("section[aria-labelledby=belief] > p").text()).contains("Of 2 networks the maps of ");
        assertThat(page.select("section[aria-labelledby=belief] > details li").eachText())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).containsAnyOf("believed: ", "believed is open: "));
        assertThat(page.select("section[aria-labelledby=features] tbody th a").eachText())
                .containsExactly("MobileNetV2", "ResNet50");
        assertThat(page.select("figure.chart").eachAttr("id"))
                .containsExactly("figure-localisation-1", "figure-randomisation-1", "figure-perturbation-1");
        assertThat(page.select("main > .empty, main > section > .empty")).isEmpty();
    }

    @Test
    void theSameImageStandsUnderEveryNetwork() {
        Document page = measured.page("explanations.html");

        assertThat(page.select(".row-of-networks")).hasSizeGreaterThan(2).allSatisfy(row -> {
            assertThat(row.select(".network").eachText()).containsExactly("MobileNetV2", "ResNet50");
            assertThat(row.select(".name").eachText())
                    .containsOnly(row.select(".subject small").text());
        });
        assertThat(page.select(".sides").first().select(".subject").eachText()).containsExactly("Recognised", "Missed");
        Element item = page.selectFirst(".cam");
        assertThat(item.select(".odds .class").eachText()).containsExactlyElementsOf(TestRecords.CLASSES);
        assertThat(item.select(".odds .predicted")).hasSize(1);
    }

    @Test
    void theMapCanBeFadedWithoutAScript() throws IOException {
        Document page = measured.page("explanations.html");
        String css = Files.readString(measured.folder().resolve("assets/tumorbench.css"));

        assertThat(page.select(".strength input").eachAttr("value")).containsExactly("0", "40", "70", "100");
        assertThat(page.select(".strength input[checked]")).hasSize(1);
        for (String step : List.of("0", "40", "100")) {
            assertThat(css).contains(".strength input[value=\"" + step + "\"]:checked");
        }
        assertThat(old.page("explanations.html").select(".strength")).isEmpty();
    }

    @Test
    void numbersStandBesideThePageAndInTheRecord() {
        assertThat(measured.files())
                .containsAll(FILES.stream().map(name -> "data/" + name).toList());
        assertThat(measured.files())
                .contains(
                        "record/experiments/resnet50-full-official/attention.csv",
                        "record/experiments/resnet50-full-official/corruptions.csv");
        assertThat(measured.page("explanations.html").select("#files ~ ul a").eachText())
                .containsExactlyInAnyOrderElementsOf(FILES);
    }

    @Test
    void worseImagesAreASectionOfReliability() {
        Document page = measured.page("reliability.html");

        Element section = page.selectFirst("section[aria-labelledby=robustness]");
        assertThat(section.select("ul li")).hasSize(3);
        assertThat(section.select("ul li").last().text()).startsWith("Averaged over corruptions and severities");
        assertThat(section.select("figure.chart").eachAttr("id")).containsExactly("figure-robustness-1");
        assertThat(section.select("> .scroll thead th").eachText())
                .containsExactly(
                        "Experiment",
                        "As they are",
                        "Mean",
                        "noise",
                        "bias field",
                        "ghosting",
                        "blur",
                        "contrast",
                        "rotation",
                        "down-sampling");
    }

    @Test
    void anExperimentShowsItsPlaneByOtherPropertiesAndTheNeighboursOfItsErrors() {
        Element section = measured.page("experiment-resnet50-full-official.html")
                .selectFirst("section[aria-labelledby=projection]");

        assertThat(section.select("figure.chart").eachAttr("id"))
                .containsExactly(
                        "figure-projection-resnet50-full-official", "figure-projection-views-resnet50-full-official");
        assertThat(section.select("details table caption").eachText())
                .anySatisfy(caption -> assertThat(caption).contains("The training images nearest"));
    }

    @Test
    void whatWasNotAskedIsSaidOnceAndLeavesNoEmptySection() {
        Document page = old.page("explanations.html");

        assertThat(page.select(".empty").eachText())
                .filteredOn(text -> text.startsWith("Not asked"))
                .hasSize(1);
        assertThat(page.select("h2").eachAttr("id")).containsExactly("images");
        assertThat(page.select("figure.chart")).isEmpty();
        assertThat(old.page("reliability.html")
                        .select("section[aria-labelledby=robustness]")
                        .text())
                .isEqualTo("Robustness Not asked: in this record no image was made worse.");
        assertThat(old.files())
                .doesNotContainAnyElementsOf(
                        FILES.stream().map(name -> "data/" + name).toList());
    }
}
