package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in one file: all of it, alone, with every link leading somewhere within. */
class SingleFileTest {
    @TempDir
    private Path folder;

    private static Document single() throws IOException {
        return Jsoup.parse(Files.readString(DemoSite.get().single()));
    }

    @Test
    void everyPageIsThereWithAllItSays() throws IOException {
        Document single = single();

        DemoSite.get().site().pages().forEach((name, page) -> {
            Element article = single.getElementById(name.replace(".html", ""));
            assertThat(article).as(name).isNotNull();
            page.select("p.files").remove();
            assertThat(article.text()).isEqualTo(page.selectFirst("main").text());
            assertThat(article.select("img, svg")).hasSameSizeAs(page.select("main img, main svg"));
        });
    }

    @Test
    void everyLinkAndReferenceLeadsToAPlaceWithinTheFile() throws IOException {
        Document single = single();
        List<String> ids = single.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();

        Set<String> missing = new TreeSet<>();
        for (Element link : single.select("a[href], use[href]")) {
            if (!link.attr("href").startsWith("#")
                    || !ids.contains(link.attr("href").substring(1))) {
                missing.add(link.outerHtml());
            }
        }
        for (String attribute : Html.REFERENCES) {
            single.select("[" + attribute + "]").forEach(one -> {
                for (String id : one.attr(attribute).split(" ")) {
                    if (!ids.contains(id)) {
                        missing.add(attribute + " " + id);
                    }
                }
            });
        }

        assertThat(missing).isEmpty();
        assertThat(single.select("main a[href]")).hasSizeGreaterThan(50);
    }

    @Test
    void nothingIsLoaded() throws IOException {
        Document single = single();

        assertThat(single.select("img")).isNotEmpty().allSatisfy(image -> assertThat(image.attr("src"))
                .startsWith("data:image/"));
        assertThat(single.select("link[href]").eachAttr("href")).containsOnly("data:,");
        assertThat(single.select("script[src], iframe, object, embed")).isEmpty();
        assertThat(single.select("style")).hasSize(1);
        assertThat(Files.size(DemoSite.get().single())).isLessThan(3_000_000);
    }

    @Test
    void theSameSiteGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("made/for/it/report.html");
        SingleFile.write(DemoSite.get().site().folder(), again);

        assertThat(again).hasSameBinaryContentAs(DemoSite.get().single());
        SingleFile.check(again);
        assertThat(Files.list(again.getParent())).hasSize(1);
    }

    @Test
    void whatIsNoReportIsNotOverwritten() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.html"), "<p>Years of work</p>");

        assertThatThrownBy(() -> SingleFile.check(thesis))
                .isInstanceOf(InputException.class)
                .hasMessage(thesis + ": expected no file or a report in one file to replace, found another file");
        assertThatThrownBy(() -> SingleFile.check(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": expected a file for the report, found a folder");
        assertThatThrownBy(() -> SingleFile.check(thesis.resolve("report.html")))
                .isInstanceOf(InputException.class)
                .hasMessage(thesis.resolve("report.html")
                        + ": expected a place for a report in one file, found the file " + thesis);
    }
}
