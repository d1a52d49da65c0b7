package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the script adds, by mouse and by keyboard. Skipped without Chromium. */
class BehaviourTest {
    private static final String EXPERIMENT = "experiment-resnet50-full-official.html";
    private static final String POINTS = "#figure-projection-resnet50-full-official";

    private static DemoSite demo;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.available(), "no Chromium with its driver on this machine");
        demo = DemoSite.get();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void look() {
        browser.show(1440, "light");
        browser.console();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.console()).isEmpty();
    }

    private static void open(String page) {
        browser.open(demo.page(page));
    }

    private static String paper() {
        return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    private static boolean shown(String selector) {
        return browser.find(selector).isDisplayed();
    }

    /** What the cells of a column say, of rows that are shown. */
    @SuppressWarnings("unchecked")
    private static List<String> column(WebElement table, int column) {
        return (List<String>) browser.script(
                "return [...arguments[0].tBodies[0].rows].filter((row) => !row.hidden)"
                        + ".map((row) => row.cells[arguments[1]].firstChild.textContent)",
                table,
                column);
    }

    @Test
    void theThemeIsChosenAndKeptOnTheNextPage() {
        open("index.html");
        String light = paper();
        browser.find(".bar > .tools option[value=dark]").click();
        String dark = paper();
        assertThat(dark).isNotEqualTo(light);

        open("data.html");
        assertThat(paper()).isEqualTo(dark);
        browser.show(1440, "print");
        assertThat(paper()).as("paper is white whatever the screen is").isEqualTo("rgb(255, 255, 255)");

        browser.show(1440, "dark");
        browser.find(".bar > .tools select").sendKeys("Light");
        assertThat(paper()).as("by keyboard").isEqualTo(light);
        browser.find(".bar > .tools select").sendKeys(Keys.ARROW_UP);
        assertThat(paper()).as("as the system has it").isEqualTo(dark);
        browser.show(1440, "light");
        assertThat(paper()).isEqualTo(light);
    }

    @Test
    void tablesAreSortedByMouseAndByKeyboard() {
        open(EXPERIMENT);
        WebElement table = browser.find("section[aria-label='Each class'] table");
        List<String> before = column(table, 1);
        WebElement head = table.findElements(By.cssSelector("thead th")).get(1);
        WebElement button = head.findElement(By.tagName("button"));

        button.click();
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
        assertThat(column(table, 1)).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(number(b), number(a)));

        button.sendKeys(Keys.ENTER);
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(column(table, 1)).isSortedAccordingTo((a, b) -> Double.compare(number(a), number(b)));

        button.sendKeys(Keys.SPACE);
        assertThat(head.getDomAttribute("aria-sort")).isNull();
        assertThat(column(table, 1)).isEqualTo(before);
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replaceAll("[^0-9.]", ""));
    }

    @Test
    void quantitiesAreSortedByWhatTheyMean() {
        open("index.html");
        browser.script(
                """
                const values = ['2.26 M', '950 k', '–', '1.1 G', '4 min 05 s', '850 ms', '5 × 10⁻⁶', '0.001', '1\u202f204'];
                document.querySelector('main').innerHTML = '<table id="made"><thead><tr><th>Value</th></tr></thead><tbody>'
                  + values.map((value) => `<tr><td>${value}</td></tr>`).join('') + '</tbody></table>';
                const script = document.createElement('script');
                script.src = 'assets/tumorbench.js';
                document.body.append(script);
                return new Promise((done) => { script.onload = done; });
                """);
        browser.find("#made thead button").click();

        assertThat(column(browser.find("#made"), 0))
                .containsExactly(
                        "5 × 10⁻⁶", "0.001", "850 ms", "4 min 05 s", "1\u202f204", "950 k", "2.26 M", "1.1 G", "–");
    }

    @Test
    void tablesAreSearched() {
        open(EXPERIMENT);
        browser.find(POINTS + " summary").click();
        WebElement search = browser.find(POINTS + " input[type=search]");
        WebElement table = browser.find(POINTS + " table");
        search.sendKeys("PITUITARY 0007");

        assertThat(column(table, 0)).containsExactly("testing/pituitary/0007.png");
        assertThat(browser.find(POINTS + " .search [role=status]").getText()).isEqualTo("1 of 120 rows");

        search.clear();
        search.sendKeys("x", Keys.BACK_SPACE);
        assertThat(column(table, 0)).hasSize(120);
    }

    @Test
    void aPointTellsItsImageAndLeadsToItsRow() {
        open(EXPERIMENT);
        WebElement point = browser.find(POINTS + " use[data-row='17']");
        browser.script("arguments[0].scrollIntoView({block: 'center'})", point);
        browser.mouse().moveToElement(point).perform();
        assertThat(shown(".tip")).isTrue();
        String file = browser.find(".tip dd").getText();
        assertThat(file).startsWith("testing/").endsWith(".png");
        browser.mouse().sendKeys(Keys.ESCAPE).perform();
        assertThat(shown(".tip")).isFalse();

        browser.mouse().moveToElement(point).click().perform();
        WebElement row = browser.driver().switchTo().activeElement();
        assertThat(row.getTagName()).isEqualTo("tr");
        assertThat(row.getText()).startsWith(file);
        assertThat(row.isDisplayed()).isTrue();
        assertThat(browser.driver().getCurrentUrl()).endsWith("#" + row.getDomAttribute("id"));
    }

    @Test
    void pointsAreReachedByKeyboard() {
        open(EXPERIMENT);
        browser.script("document.querySelector(arguments[0]).focus()", POINTS + " .drawing");
        browser.mouse().sendKeys(Keys.ARROW_RIGHT).perform();
        String first = browser.find(".tip dd").getText();
        browser.mouse().sendKeys(Keys.ARROW_RIGHT).perform();
        String second = browser.find(".tip dd").getText();
        assertThat(second).isNotEqualTo(first);

        browser.mouse().sendKeys(Keys.ENTER).perform();
        assertThat(browser.driver().switchTo().activeElement().getText()).startsWith(second);
    }

    @Test
    void pointsAreChosenByClassAndByOutcome() {
        open(EXPERIMENT);
        long all = points();
        List<WebElement> classes = browser.all(POINTS + " .filter input[type=checkbox]");
        assertThat(classes).hasSize(4);
        classes.get(0).click();
        assertThat(points()).isLessThan(all);
        assertThat(browser.find(POINTS + " .filter [role=status]").getText()).isEqualTo("90 of 120 points.");

        browser.find(POINTS + " .filter input[value=all]").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.find(POINTS + " summary").click();
        WebElement table = browser.find(POINTS + " table");
        assertThat(column(table, 1)).isNotEmpty().doesNotContain("glioma");
        for (int i = 0; i < column(table, 1).size(); i++) {
            assertThat(column(table, 2).get(i))
                    .isNotEmpty()
                    .isNotEqualTo(column(table, 1).get(i));
        }
    }

    private static long points() {
        return (long) browser.script(
                "return document.querySelectorAll(arguments[0] + ' use[data-row]:not([display])').length", POINTS);
    }

    @Test
    void disclosuresOpenByMouseAndByKeyboard() {
        open("comparison.html");
        WebElement summary = browser.find("figure summary");
        WebElement table = browser.find("figure table");
        assertThat(table.isDisplayed()).isFalse();
        summary.click();
        assertThat(table.isDisplayed()).isTrue();
        summary.sendKeys(Keys.ENTER);
        assertThat(table.isDisplayed()).isFalse();
    }

    @Test
    void anAddressOpensWhatHidesItsRow() {
        browser.open(demo.page(EXPERIMENT), "#image-40");

        assertThat(shown("#image-40")).isTrue();
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("image-40");
    }

    @Test
    void everySectionAndFigureHasAnAddressToCopy() {
        open(EXPERIMENT);
        List<String> addresses = browser.all("main h2 a.anchor").stream()
                .map(link -> link.getDomAttribute("href"))
                .toList();
        assertThat(addresses).contains("#per-class", "#projection").hasSizeGreaterThan(5);
        assertThat(browser.all("main figure[id]"))
                .allSatisfy(figure -> assertThat(figure.findElements(By.cssSelector("figcaption a[href^='#']")))
                        .as(figure.getDomAttribute("id"))
                        .isNotEmpty());

        browser.find("h2#learning a.anchor").sendKeys(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).endsWith(EXPERIMENT + "#learning");
    }

    @Test
    void mapsAreLaidOverImagesAsStronglyAsWanted() {
        open(EXPERIMENT);
        browser.find(".strength input[value='40']").sendKeys(Keys.SPACE);
        WebElement map = browser.find(".cam .layers img.map");
        assertThat(map.getCssValue("opacity")).isEqualTo("0.4");
        WebElement range = browser.find(".strength input[type=range]");
        assertThat(range.getDomProperty("value")).isEqualTo("40");
        for (int i = 0; i < 10; i++) {
            range.sendKeys(Keys.ARROW_LEFT);
        }

        assertThat(map.getCssValue("opacity")).isEqualTo("0.3");
        assertThat(map.getLocation()).isEqualTo(browser.find(".cam .layers img").getLocation());
        browser.find(".strength input[value='100']").sendKeys(Keys.SPACE);
        assertThat(map.getCssValue("opacity")).isEqualTo("1");
    }

    @Test
    void chosenImagesAreComparedSideBySide() {
        open(EXPERIMENT);
        WebElement compare = browser.find(".gallery-tools button");
        List<WebElement> boxes = browser.all(".cam .pick input");
        boxes.get(0).sendKeys(Keys.SPACE);
        assertThat(compare.isEnabled()).isFalse();
        boxes.get(2).click();
        compare.sendKeys(Keys.ENTER);

        assertThat(browser.all("dialog .cam")).hasSize(2);
        assertThat(shown("dialog .cam img")).isTrue();
        assertThat(browser.find("dialog .top").getSize().height).isLessThan(80);
        browser.mouse().sendKeys(Keys.ESCAPE).perform();
        assertThat(shown("dialog")).isFalse();
    }

    @Test
    void aReleasedPageKnowsTheOtherVersionsAndThatItIsSuperseded() throws IOException {
        StudyRecord record = TestRecords.write(
                Shape.usual().withBackbones(List.of("ResNet50")).withoutMaps(), folder.resolve("record"));
        Path old = Files.createDirectories(folder.resolve("v1.0.0"));
        Press.render(record, old, new Release("1.0.0", "2026-01-01", null, null, List.of()), Site.RESAMPLES);
        Files.createDirectories(folder.resolve("v1.1.0"));
        Files.writeString(folder.resolve("v1.1.0/index.html"), "<!DOCTYPE html><title>The newer one</title>");
        Files.writeString(
                folder.resolve("versions.js"),
                """
                window.tumorbenchVersions = {"versions": [
                  {"version": "1.1.0", "path": "v1.1.0/", "date": "2026-02-02", "status": "current", "newest": "1.1.0"},
                  {"version": "1.0.0", "path": "v1.0.0/", "date": "2026-01-01", "status": "superseded", "newest": "1.1.0"}]};
                """);

        browser.open(old.resolve("index.html"));
        assertThat(browser.find("main .superseded").getText())
                .isEqualTo("This is version 1.0.0. The newest of this study is 1.1.0.");
        browser.find(".bar > .edition .versions summary").sendKeys(Keys.ENTER);
        assertThat(browser.all(".bar > .edition .versions li").stream().map(WebElement::getText))
                .containsExactly("1.1.0 2026-02-02, current", "1.0.0 2026-01-01, superseded", "All versions");
        assertThat(browser.violations()).isEmpty();
        browser.find(".bar > .edition .versions a").click();
        assertThat(browser.driver().getTitle()).isEqualTo("The newer one");
    }

    @Test
    void theSingleFileBehavesLikeItsPages() {
        browser.open(demo.single(), "#experiment-resnet50-full-official--image-40");
        String inside = "#experiment-resnet50-full-official--";
        assertThat(shown(inside + "image-40")).isTrue();
        browser.find(".rail a[href='#comparison']").click();
        assertThat(browser.driver().getCurrentUrl()).endsWith("single.html#comparison");
        browser.find(".bar > .tools option[value=dark]").click();
        assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo("dark");
        browser.find(".bar > .tools option[value=auto]").click();
    }

    @Test
    void withoutScriptsEverythingCanBeRead() {
        open(EXPERIMENT);
        browser.scripts(false);
        try {
            open(EXPERIMENT);
            assertThat(browser.all("main button, main input:not([type=radio]), .tools select"))
                    .isEmpty();
            assertThat(browser.all("main section > h2")).hasSizeGreaterThan(5).allMatch(WebElement::isDisplayed);
            browser.find(POINTS + " summary").click();
            assertThat(shown("#image-40")).isTrue();
            assertThat(shown(POINTS + " svg")).isTrue();
        } finally {
            browser.scripts(true);
        }
    }
}
