package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.pages.ChangesPage;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesSiteTest {
    private static final String MOVED = "mobilenetv2-frozen-official";
    private static final String STILL = "efficientnetb0-frozen-official";

    private static final StudyRecord BEFORE = SampleRecords.threeBackbones();

    @TempDir
    private Path folder;

    /** MobileNetV2 answers as EfficientNetB0 does, which is worse; ResNet50 is gone. */
    private static Changes changes() {
        List<ExperimentRecord> all = BEFORE.experiments();
        ExperimentRecord moved = new ExperimentRecord(
                all.get(0).experiment(), List.of(), all.get(2).predictions(), List.of(), List.of(), List.of());
        StudyRecord after =
                new StudyRecord(BEFORE.folder(), BEFORE.run(), null, List.of(), null, List.of(moved, all.get(2)));
        return Changes.between(BEFORE, after, 200);
    }

    private static GateResult gate(Changes changes) {
        return GateResult.of(changes, new Gate(0.001, 0.05, List.of(Gate.Metric.AUROC_MACRO)));
    }

    @Test
    void thePageTellsWhatMovedAndOnlyThat() throws IOException {
        ChangesSite.render(changes(), null, folder);
        Document page = Jsoup.parse(Files.readString(folder.resolve("index.html")));
        assertThat(page.select("h1").text()).isEqualTo("Changes");
        assertThat(page.select("h2").eachText())
                .containsExactly(MOVED, MOVED + ", class by class", "Unchanged", "Files behind this page");
        assertThat(page.select("#part-" + MOVED)
                        .parents()
                        .first()
                        .select("tbody th")
                        .eachText())
                .contains("Accuracy", "Macro F1", "Log loss");
        assertThat(page.text()).contains("No longer there: resnet50-frozen-official", STILL + ".");
        assertThat(page.select("[aria-labelledby]"))
                .allSatisfy(section -> assertThat(page.getElementById(section.attr("aria-labelledby")))
                        .isNotNull());
        for (Element link : page.select("a[href], link[rel=stylesheet]")) {
            String href = link.attr("href");
            assertThat(href.startsWith("#") ? page.getElementById(href.substring(1)) != null : exists(href))
                    .as(href)
                    .isTrue();
        }
    }

    private boolean exists(String href) {
        return Files.isRegularFile(folder.resolve(href));
    }

    @Test
    void thePageOfEqualRecordsSaysSo() throws IOException {
        ChangesSite.render(Changes.between(BEFORE, BEFORE, 1), null, folder);
        Document page = Jsoup.parse(Files.readString(folder.resolve("index.html")));
        assertThat(page.text()).contains("Nothing differs: all facts and all predictions are the same.");
        assertThat(page.select("table")).isEmpty();
    }

    @Test
    void theGateComesFirstWithItsFailures() {
        Changes changes = changes();
        ChangesPage page = ChangesPage.of(changes, gate(changes));
        assertThat(page.title()).isEqualTo("Gate: failed");
        assertThat(page.lead())
                .contains("Missing, which fails by itself: resnet50-frozen-official.")
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("by more than 0.001 and by more than noise", "correction over 2\u00a0tests"));
        assertThat(page.parts().get(0).title()).isEqualTo("Failures");
        assertThat(page.parts().get(0).tables().get(0).rows()).hasSize(1);
    }

    @Test
    void theTextHasAlignedColumns() {
        List<String> lines = ChangesPage.of(changes()).text().lines().toList();
        assertThat(lines.get(0)).isEqualTo("Changes: A sample");
        List<String> rows = lines.stream()
                .filter(line -> line.startsWith("  Accuracy ") || line.startsWith("  Metric "))
                .limit(2)
                .toList();
        assertThat(rows.get(0).indexOf("Test")).isEqualTo(rows.get(1).indexOf("McNemar"));
    }

    @Test
    void theMarkdownHasTablesAndFoldsWhatIsLong() {
        Changes changes = changes();
        String markdown = ChangesPage.of(changes, gate(changes)).markdown();
        assertThat(markdown)
                .startsWith("## Gate: failed: A sample\n")
                .contains("\n### Failures\n", "| Experiment | Metric | Before |", "| --- | --- | ---: |")
                .contains("<details><summary>" + MOVED + ", class by class</summary>\n\n|");
        assertThat(markdown.split("<details>", -1)).hasSameSizeAs(markdown.split("</details>", -1));
    }

    @Test
    void namesAreNotTakenForMarkdown() {
        List<ExperimentRecord> one = List.of(SampleRecords.experiment("x"));
        StudyRecord before = SampleRecords.study(List.of("a_b|c", "<d>@e"), one.get(0));
        StudyRecord after = SampleRecords.study(List.of("a", "b"), one.get(0));
        assertThat(ChangesPage.of(Changes.between(before, after, 1)).markdown()).contains("a\\_b\\|c, \\<d\\>@\u200be");
    }
}
