package io.github.tumorbench.press.site.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.site.FewResamples;
import io.github.tumorbench.press.site.Pressed;
import io.github.tumorbench.press.site.versions.Imprint;
import io.github.tumorbench.press.site.versions.Manifest;
import io.github.tumorbench.press.site.versions.PageText;
import io.github.tumorbench.press.site.versions.Program;
import io.github.tumorbench.press.site.versions.Releases;
import io.github.tumorbench.press.site.versions.SemanticVersion;
import io.github.tumorbench.press.site.versions.VersionFolder;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A released version, damaged in every way that a reader would mind. */
class VerificationTest {
    private static final Program PROGRAM = new Program("0.1.0", "ab".repeat(20), false);
    private static final Program NEWER = new Program("0.9.0", "cd".repeat(20), false);

    @TempDir
    static Path folder;

    private static Path site;
    private static Path version;
    private static Path once;
    private static Pressed pressed;

    @BeforeAll
    static void release() throws IOException {
        site = folder.resolve("site");
        Imprint imprint =
                Imprint.of(SemanticVersion.parse("1.2.0"), LocalDate.of(2026, 11, 25), "https://example.org/");
        new Releases(site)
                .release(
                        new VersionFolder(
                                FewResamples.record(folder.resolve("record")), imprint, PROGRAM, FewResamples::render),
                        null);
        version = site.resolve("v1.2.0");
    }

    @Test
    void anUntouchedVersionIsIntactForTheProgramThatMadeItAndForANewerOne() {
        Verdict same = verify(PROGRAM);
        Verdict newer = verify(NEWER);

        assertThat(same.problems()).isEmpty();
        assertThat(newer.problems()).isEmpty();
        assertThat(same.checked())
                .contains(
                        "citations, JSON and JSON-LD are well-formed",
                        "made by tumorbench 0.1.0 (commit abababababab), as this one")
                .anyMatch(one ->
                        one.matches("\\d+ pages with \\d+ numbers: all the same when made again from the record"));
        assertThat(newer.checked())
                .contains("made by tumorbench 0.1.0 (commit abababababab); this is 0.9.0 (commit cdcdcdcdcdcd)");
    }

    @Test
    void oneDamagedByteInAnyFileIsNamedWithTheFile() throws IOException {
        List<String> files = new ArrayList<>(Manifest.read(version).digests().keySet());
        files.add(Manifest.FILE);
        assertThat(files).hasSizeGreaterThan(60).anyMatch(name -> name.startsWith("../objects/"));
        int place = 0;
        for (String name : files) {
            Path file = version.resolve(name).normalize();
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            damaged[place++ * 31 % bytes.length] ^= 1;
            Files.write(file, damaged);

            List<String> problems = verify(PROGRAM).problems();

            Files.write(file, bytes);
            assertThat(problems)
                    .as(name)
                    .anyMatch(one -> one.startsWith("v1.2.0/" + name + ": expected the digest ")
                            || one.startsWith(file + ": line "));
        }
        assertThat(verify(PROGRAM).problems()).isEmpty();
    }

    @Test
    void aMissingFileAndOneTooMuchAreNamed() throws IOException {
        Path missing = version.resolve("data/metrics.csv");
        byte[] bytes = Files.readAllBytes(missing);
        Files.delete(missing);
        Path extra = Files.writeString(version.resolve("record/notes.txt"), "mine");

        List<String> problems = verify(PROGRAM).problems();

        Files.write(missing, bytes);
        Files.delete(extra);
        assertThat(problems)
                .containsExactly(
                        "v1.2.0/data/metrics.csv: expected this file, found none",
                        "v1.2.0/record/notes.txt: expected no such file, found one");
    }

    @Test
    void oneDigitOfANumberInAPageIsNamedThoughTheManifestWasMadeToFit() throws IOException {
        String html = Files.readString(version.resolve("index.html"));
        Matcher accuracy = PageText.NUMBER.matcher(html).region(html.indexOf("<tbody>"), html.length());
        for (int i = 0; i < 4 && accuracy.find(); i++) {
            // The first numbers are of the network's name and schedule.
        }
        String right = accuracy.group();
        String wrong = (right.charAt(0) == '9' ? '8' : '9') + right.substring(1);
        String changed = html.substring(0, accuracy.start()) + wrong + html.substring(accuracy.end());
        String near = ", near \"" + PageText.near(changed, accuracy.start()) + "\"";

        assertThat(withText("index.html", changed, PROGRAM))
                .containsExactly("v1.2.0/index.html: expected " + right + ", found " + wrong + near);
        assertThat(withText("index.html", changed, NEWER))
                .containsExactly(
                        "v1.2.0/index.html: expected " + right + " as data/numbers.json lists, found " + wrong + near);
        assertThat(near).contains(" of MobileNetV2");
    }

    @Test
    void everyNumberOfAPageCounts() throws IOException {
        String name = "comparison.html";
        String html = Files.readString(version.resolve(name));
        int count = PageText.numbers(html).size();
        assertThat(count).isGreaterThan(10);
        for (int i = 0; i < count; i += Math.max(1, count / 12)) {
            int place = PageText.place(html, i);
            char digit = html.charAt(place);
            String changed = html.substring(0, place) + (digit == '7' ? '1' : '7') + html.substring(place + 1);

            List<String> problems = withText(name, changed, NEWER);

            assertThat(problems).as("number " + i).hasSize(1);
            assertThat(problems.get(0))
                    .startsWith("v1.2.0/comparison.html: expected "
                            + PageText.numbers(html).get(i));
        }
    }

    @Test
    void aValueOfTheDataIsComputedAgainFromThePredictions() throws IOException {
        String metrics = Files.readString(version.resolve("data/metrics.json"));
        String wrong = metrics.replaceFirst("(\"balanced_accuracy\":0\\.)\\d", "$10");

        assertThat(withText("data/metrics.json", wrong, PROGRAM))
                .singleElement()
                .asString()
                .startsWith("v1.2.0/data/metrics.json: expected 0.");
        assertThat(withText("data/metrics.json", wrong, NEWER))
                .singleElement()
                .asString()
                .endsWith("at /experiments/mobilenetv2-full-official/balanced_accuracy");
        String table = Files.readString(version.resolve("data/metrics.csv"));
        assertThat(withText("data/metrics.csv", table.replaceFirst("(accuracy,0\\.)\\d", "$10"), NEWER))
                .singleElement()
                .asString()
                .endsWith("in row 1, column value");
    }

    @Test
    void aChangedRecordIsContradictedByPagesAndData() throws IOException {
        String experiment = "record/experiments/mobilenetv2-full-official/";
        String facts = Files.readString(version.resolve(experiment + "experiment.json"));

        assertThat(withText(
                        experiment + "experiment.json",
                        facts.replaceFirst("\"parameters\": \\d+", "\"parameters\": 123456789"),
                        FewResamples::render))
                .anyMatch(one -> one.startsWith("v1.2.0/index.html: expected 123"));
        String predictions = Files.readString(version.resolve(experiment + "predictions.csv"));
        assertThat(withText(
                        experiment + "predictions.csv",
                        predictions.replaceFirst(",glioma,glioma,", ",glioma,pituitary,"),
                        FewResamples::render))
                .singleElement()
                .asString()
                .contains("predictions.csv: line ", "expected glioma, which has the highest logit, found pituitary");
    }

    @Test
    void brokenCitationsAndJsonAreNamed() throws IOException {
        assertThat(withText("data/citation.bib", "@techreport{a, title = {x}", PROGRAM))
                .containsExactly("v1.2.0/data/citation.bib: expected an entry of BibTeX, found something else");
        assertThat(withText("data/citation.ris", "TI  - x\n", PROGRAM))
                .containsExactly(
                        "v1.2.0/data/citation.ris: expected a reference in RIS, from TY to ER, found something else");
        assertThat(withText("data/citation.csl.json", "[{}]", PROGRAM))
                .containsExactly(
                        "v1.2.0/data/citation.csl.json: expected items with id, type and issued, found something else");
        String page = Files.readString(version.resolve("cite.html"));
        assertThat(withText(
                        "cite.html",
                        page.replace("</head>", "<script type=\"application/ld+json\">{\"@type\": </script></head>"),
                        PROGRAM))
                .singleElement()
                .asString()
                .startsWith("v1.2.0/cite.html: expected JSON-LD, found: ");
    }

    @Test
    void theBundleOfAnotherPlaceAndAFolderThatIsNoVersion() throws IOException {
        assertThatThrownBy(() -> Verification.of(folder.resolve("record"), PROGRAM, FewResamples::render))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(": expected the folder of a released version, found none");
    }

    private static List<String> withText(String name, String text, Program program) throws IOException {
        return withText(name, text, () -> verify(program));
    }

    private static List<String> withText(String name, String text, VersionFolder.Rendering rendering)
            throws IOException {
        return withText(name, text, () -> Verification.of(version, PROGRAM, rendering));
    }

    /** What is found when a file says something else and the manifests are made to fit it. */
    private static List<String> withText(String name, String text, Supplier<Verdict> verification) throws IOException {
        Path file = version.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Path manifest = version.resolve(Manifest.FILE);
        String digests = Files.readString(manifest);
        Path list = site.resolve("versions.json");
        String versions = Files.readString(list);
        Files.writeString(file, text);
        TreeMap<String, String> fitting = new TreeMap<>(Manifest.read(version).digests());
        fitting.put(name, Digests.sha256(text));
        String forged = new Manifest(fitting).text();
        Files.writeString(manifest, forged);
        Files.writeString(list, versions.replace(Digests.sha256(digests), Digests.sha256(forged)));
        try {
            return verification.get().problems();
        } finally {
            Files.write(file, bytes);
            Files.writeString(manifest, digests);
            Files.writeString(list, versions);
        }
    }

    /** The record does not change in most tests, and so neither does its report. */
    private static Pressed renderedOnce(StudyRecord record, Path into, Release release) {
        try {
            if (once == null) {
                pressed = FewResamples.render(record, Files.createDirectories(folder.resolve("once")), release);
                once = folder.resolve("once");
            }
            try (Stream<Path> walk = Files.walk(once)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    Path copy = into.resolve(once.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pressed;
    }

    private static Verdict verify(Program program) {
        return Verification.of(version, program, VerificationTest::renderedOnce);
    }
}
