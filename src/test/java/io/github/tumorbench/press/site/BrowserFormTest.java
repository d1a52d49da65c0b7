package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page as a browser shows it: accessible, no broader than the screen, silent, alone. Skipped without Chromium. */
class BrowserFormTest {
    @TempDir
    static Path folder;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Browser.available(), "no Chromium with its driver on this machine");
        site = Site.of(Shape.usual(), folder);
        SingleFile.write(site.folder(), folder.resolve("single.html"));
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void noPageViolatesWcagIsTooBroadComplainsOrLoadsAnythingFromElsewhere() {
        List<Path> pages = new ArrayList<>();
        site.pages().keySet().forEach(name -> pages.add(site.folder().resolve(name)));
        pages.add(folder.resolve("single.html"));
        List<String> problems = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        browser.console();
        browser.requests();
        for (Path page : pages) {
            browser.open(page);
            look(page, problems);
            browser.console().forEach(line -> problems.add(page.getFileName() + " console: " + line));
            requests.addAll(browser.requests());
        }

        assertThat(problems).isEmpty();
        assertThat(requests).hasSizeGreaterThan(pages.size()).allSatisfy(address -> assertThat(address)
                .startsWith(folder.toUri().toString()));
    }

    private static void look(Path page, List<String> problems) {
        for (int width : Browser.WIDTHS) {
            for (String scheme : List.of("light", "dark", "print")) {
                browser.show(width, scheme);
                String where = page.getFileName() + " at " + width + " in " + scheme + ": ";
                browser.violations().forEach(violation -> problems.add(where + violation));
                if (!scheme.equals("print") && browser.overhang() > 0) {
                    problems.add(where + browser.overhang() + " pixels too broad");
                }
            }
        }
    }

    @Test
    void theLookSeesWhatIsWrong() throws IOException {
        Path page = folder.resolve("wrong.html");
        java.nio.file.Files.writeString(
                page,
                "<!DOCTYPE html><html lang=en><title>Wrong</title><body style='color:#999;background:#fff'>"
                        + "<p style='width:2000px'>Pale</p><img src='nowhere.png'><script>throw new Error('told')</script>");
        browser.console();
        browser.open(page);
        List<String> problems = new ArrayList<>();
        look(page, problems);

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem).contains("color-contrast"))
                .anySatisfy(problem -> assertThat(problem).contains("image-alt"))
                .anySatisfy(problem -> assertThat(problem).contains("pixels too broad"));
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("told"));
    }
}
