package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What the script adds, by mouse and by keyboard. Skipped without Chromium. */
class BehaviourTest {
    private static final String EXPERIMENT = "experiment-resnet50-full-official.html";
    private static final String PROJECTION = "#figure-projection-resnet50-full-official";

    @TempDir
    static Path folder;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.available(), "no Chromium with its driver on this machine");
        site = Site.of(Shape.usual(), folder);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void screen() {
        browser.show(1440, "light");
        browser.console();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.console()).isEmpty();
    }

    private static void open(String page) {
        browser.open(site.folder().resolve(page));
    }

    private static void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static String paper() {
        return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    private static List<String> firstColumn(String table) {
        return browser.all(table + " tbody tr").stream()
                .filter(WebElement::isDisplayed)
                .map(row -> row.findElement(org.openqa.selenium.By.cssSelector("th, td"))
                        .getText()
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    @Test
    void theThemeIsChosenAndKeptOnTheNextPage() {
        open("index.html");
        String light = paper();
        browser.find(".tools .theme option[value=dark]").click();
        String dark = paper();
        assertThat(dark).isNotEqualTo(light);

        open("data.html");
        assertThat(paper()).isEqualTo(dark);

        browser.find(".tools .theme select").sendKeys(Keys.HOME);
        assertThat(browser.find(".tools .theme select").getDomProperty("value")).isEqualTo("auto");
        assertThat(paper()).isEqualTo(light);
        browser.show(1440, "dark");
        assertThat(paper()).isEqualTo(dark);
    }
}
