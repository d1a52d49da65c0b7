package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page: links, landmarks, headings, text alternatives, nothing from outside. */
class SiteFormTest {
    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void render() throws IOException {
        site = Site.of(Shape.usual(), folder);
    }

    @Test
    void everyLinkLeadsToAFileOfTheSiteAndEveryAnchorToAnElement() {
        List<String> broken = new ArrayList<>();
        site.pages().forEach((name, page) -> page.select("a[href]").forEach(link -> {
            if (!resolves(name, link.attr("href"))) {
                broken.add(name + " → " + link.attr("href"));
            }
        }));

        assertThat(broken).isEmpty();
        assertThat(resolves("index.html", "index.html#nowhere")).isFalse();
        assertThat(resolves("index.html", "nothing.csv")).isFalse();
    }

    @Test
    void nothingIsLoadedFromOutsideTheFolder() throws IOException {
        for (Document page : site.pages().values()) {
            for (Element element : page.select("[src], link[href], use[href], image[href]")) {
                String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                assertThat(address).doesNotContainPattern("^[a-z]+://|^//");
                assertThat(address.startsWith("data:")
                                || address.startsWith("#")
                                || Files.exists(site.folder().resolve(address)))
                        .as(address)
                        .isTrue();
            }
            assertThat(page.select("iframe, object, embed, [onclick], [onload]"))
                    .isEmpty();
        }
        assertThat(Files.readString(site.folder().resolve("assets/tumorbench.css")))
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void aPageWithoutAnythingToTellIsLeftOut() {
        assertThat(site.pages()).doesNotContainKey("claims.html");
        assertThat(site.page("index.html").select("nav.rail a").eachText()).doesNotContain("The study’s claims");
    }

    @Test
    void everyPictureHasATextAlternative() {
        for (Document page : site.pages().values()) {
            assertThat(page.select("img"))
                    .allSatisfy(image -> assertThat(image.attr("alt")).hasSizeGreaterThan(10));
            assertThat(page.select("svg")).allSatisfy(drawing -> {
                assertThat(drawing.attr("role")).isEqualTo("img");
                assertThat(drawing.selectFirst("desc").text()).hasSizeGreaterThan(10);
            });
        }
        assertThat(site.page("experiment-resnet50-full-official.html").select(".drawing img, .drawing svg"))
                .hasSize(8);
    }

    @Test
    void headingsDescendOneLevelAtATimeFromOneTitle() {
        site.pages().forEach((name, page) -> {
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
                int next = heading.tagName().charAt(1) - '0';
                assertThat(next).as(name + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.select("h1")).as(name).hasSize(1);
        });
    }

    @Test
    void landmarksAndTheWayToTheContentAreThere() {
        site.pages().forEach((name, page) -> {
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.title()).isNotBlank();
            assertThat(page.select("main#content")).as(name).hasSize(1);
            assertThat(page.select("body > header")).as(name).hasSize(1);
            assertThat(page.select("body > footer")).as(name).hasSize(1);
            assertThat(page.select("nav"))
                    .allSatisfy(nav -> assertThat(nav.attr("aria-label")).isNotBlank());
            assertThat(page.selectFirst("a").attr("href")).isEqualTo("#content");
            assertThat(page.select("header .rail [aria-current=page]")).as(name).hasSize(1);
        });
    }

    @Test
    void whatScrollsCanBeReachedByKeyboardAndIsNamed() {
        site.pages().values().forEach(page -> assertThat(page.select(".scroll, .drawing"))
                .isNotEmpty()
                .allSatisfy(box -> {
                    assertThat(box.attr("tabindex")).isEqualTo("0");
                    assertThat(box.attr("role")).isEqualTo("region");
                    assertThat(box.attr("aria-label")).isNotBlank();
                }));
    }

    @Test
    void identifiersAreUniqueWithinAPage() {
        site.pages()
                .forEach((name, page) ->
                        assertThat(page.select("[id]").eachAttr("id")).as(name).doesNotHaveDuplicates());
    }

    @Test
    void noInstructionOfATemplateIsLeft() {
        site.pages().forEach((name, page) -> {
            assertThat(page.select("[^th:], [href=#]")).as(name).isEmpty();
            assertThat(page.html()).as(name).doesNotContain("${");
        });
    }

    private static boolean resolves(String page, String href) {
        int hash = href.indexOf('#');
        String file = hash < 0 ? href : href.substring(0, hash);
        String target = file.isEmpty() ? page : file;
        if (!Files.exists(site.folder().resolve(target))) {
            return false;
        }
        return hash < 0 || site.page(target).getElementById(href.substring(hash + 1)) != null;
    }
}
