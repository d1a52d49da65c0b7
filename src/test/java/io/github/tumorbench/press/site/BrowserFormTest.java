package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page as a browser shows it: accessible, no broader than the screen, silent, alone. Skipped without Chromium. */
class BrowserFormTest {
    private static DemoSite demo;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Browser.available(), "no Chromium with its driver on this machine");
        demo = DemoSite.get();
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
        List<String> problems = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        browser.console();
        browser.requests();
        for (Path page : demo.kinds()) {
            browser.open(page);
            problems.addAll(look(page));
            browser.console().forEach(line -> problems.add(page.getFileName() + " console: " + line));
            requests.addAll(browser.requests());
        }

        assertThat(problems).isEmpty();
        assertThat(requests).hasSizeGreaterThan(3 * demo.kinds().size()).allSatisfy(address -> assertThat(address)
                .startsWith(demo.site().folder().toUri().toString()));
    }

    @Test
    void theSingleFileIsAccessibleTooAndLoadsNothing() {
        browser.console();
        browser.requests();
        browser.open(demo.single());
        browser.show(360, "light");

        assertThat(browser.violations()).isEmpty();
        assertThat(browser.overhang()).isZero();
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).containsExactly(demo.single().toUri().toString());
    }

    /** Every rule where the layout changes; in other colours the rules about colours. */
    private static List<String> look(Path page) {
        List<String> problems = new ArrayList<>();
        for (int width : Browser.WIDTHS) {
            for (String scheme : List.of("light", "dark", "print")) {
                browser.show(width, scheme);
                String where = page.getFileName() + " at " + width + " in " + scheme + ": ";
                List<String> violations = scheme.equals("light") ? browser.violations() : browser.paleness();
                violations.forEach(violation -> problems.add(where + violation));
                if (browser.overhang() > 0) {
                    problems.add(where + browser.overhang() + " pixels too broad");
                }
            }
        }
        return problems;
    }

    @Test
    void theLookSeesWhatIsWrong() throws IOException {
        Path page = folder.resolve("wrong.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><html lang=en><title>Wrong</title><body style='color:#999;background:#fff'>"
                        + "<p style='width:2000px'>Pale</p><img src='nowhere.png'><script>throw new Error('told')</script>");
        browser.console();
        browser.open(page);

        assertThat(look(page))
                .anySatisfy(problem -> assertThat(problem).contains("color-contrast"))
                .anySatisfy(problem -> assertThat(problem).contains("image-alt"))
                .anySatisfy(problem -> assertThat(problem).contains("pixels too broad"));
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("told"));
    }
}
