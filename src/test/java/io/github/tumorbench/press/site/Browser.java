package io.github.tumorbench.press.site;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's own Chromium without a window; nothing is downloaded. */
final class Browser implements AutoCloseable {
    /** Widths of a phone, a tablet and a desk, in CSS pixels. */
    static final List<Integer> WIDTHS = List.of(360, 768, 1440);

    private static final Path PROGRAM = Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("/usr/bin/chromium"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String AXE = axe();

    /** Held, or its level would be forgotten; it warns of a Chromium that is newer than Selenium's own protocol classes. */
    private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;

    Browser() {
        PROTOCOL.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions");
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(DRIVER.toString()))
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    static boolean available() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
    }

    void open(Path page) {
        open(page, "");
    }

    void open(Path page, String anchor) {
        // Elsewhere first: a change of the anchor alone would load nothing.
        driver.get("about:blank");
        driver.get(page.toUri() + anchor);
    }

    /** @param scheme {@code light}, {@code dark} or {@code print} */
    void show(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        boolean print = scheme.equals("print");
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        print ? "print" : "screen",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", print ? "light" : scheme))));
    }

    /** What axe-core has against the page as it is shown now, by the rules of WCAG 2.2 A and AA. */
    List<String> violations() {
        return violations("{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}");
    }

    /** The same by the rules that look at colours. */
    List<String> paleness() {
        return violations("{type: 'rule', values: ['color-contrast', 'link-in-text-block']}");
    }

    @SuppressWarnings("unchecked")
    private List<String> violations(String rules) {
        if (!(boolean) driver.executeScript("return 'axe' in window")) {
            driver.executeScript(AXE);
        }
        String look =
                """
                const done = arguments[arguments.length - 1];
                const words = (one) => `${one.id}: ${one.nodes.length} times, e.g. ${one.nodes[0].html.slice(0, 200)}`
                  + ` (${one.nodes[0].failureSummary})`;
                axe.run(document, {runOnly: %s, resultTypes: ['violations'], preload: false})
                  .then((found) => done(found.violations.map(words)), (error) => done([String(error)]));
                """;
        return (List<String>) driver.executeAsyncScript(look.formatted(rules));
    }

    /** How many pixels the page is broader than what shows it. */
    long overhang() {
        return (long) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Mouse and keys where the focus is. */
    Actions mouse() {
        return new Actions(driver);
    }

    /** Whether pages opened from now on may run scripts. */
    void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the console got since the last time it was asked. */
    List<String> console() {
        return Stream.of(driver.manage().logs().get(LogType.BROWSER).getAll())
                .flatMap(List::stream)
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses requested since the last time, but for data addresses. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .filter(address -> !address.startsWith("data:") && !address.equals("about:blank"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getClassLoader().getResourceAsStream("axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe-core lies in its jar", e);
        }
    }
}
