package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about two records, on a recorded smoke study and changed copies of it. */
class ChangesCommandsTest {
    private static final Path RECORD = Path.of("src", "test", "resources", "records", "v1");
    private static final String LAST = "efficientnetb0-last-10-official";

    @TempDir
    private Path folder;

    private Path other;

    @BeforeEach
    void copy() throws IOException {
        other = folder.resolve("other");
        try (Stream<Path> files = Files.walk(RECORD)) {
            for (Path file : files.toList()) {
                Path target = other.resolve(RECORD.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void change(String file, String text, String by) throws IOException {
        Path path = other.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    @Test
    void aRecordPassesTheGateAgainstItself() {
        Tool.Outcome outcome = Tool.run("gate", RECORD.toString(), "--baseline", other.toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Gate: passed: Smoke test\n").contains("Nothing differs");
    }

    @Test
    void theDifferenceGoesToTextJsonMarkdownAndAPage() throws IOException {
        change("run.json", "\"commit\": \"", "\"commit\": \"0");
        Path json = folder.resolve("new/changes.json");
        Path markdown = folder.resolve("changes.md");
        Path site = folder.resolve("site");
        Tool.Outcome outcome = Tool.run(
                "diff",
                RECORD.toString(),
                other.toString(),
                "--json",
                json.toString(),
                "--markdown",
                markdown.toString(),
                "--site",
                site.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("Changes: Smoke test\n").contains("code", "commit");
        assertThat(json).content().contains("\"area\":\"code\"");
        assertThat(markdown).content().startsWith("## Changes: Smoke test\n").contains("| code | commit |");
        assertThat(site.resolve("index.html")).isRegularFile();
        assertThat(site.resolve("data/changes.json")).hasSameTextualContentAs(json);
    }

    @Test
    void aMissingExperimentFailsTheGate() throws IOException {
        change("run.json", ",\n    \"" + LAST + "\"", "");
        Tool.Outcome outcome = Tool.run("gate", other.toString(), "--baseline", RECORD.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("Gate: failed").contains("Missing, which fails by itself: " + LAST + ".");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theGateRefusesAnotherStudy() throws IOException {
        change("run.json", "    \"study\": \"smoke\"", "    \"study\": \"other\"");
        Tool.Outcome outcome = Tool.run("gate", other.toString(), "--baseline", RECORD.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines())
                .containsExactly("tumorbench: " + other
                        + ": expected a record of the study smoke as the baseline is, found one of other");
    }

    @Test
    void partsOfAnOlderSchemaAreNotMerged() {
        Tool.Outcome outcome = Tool.run(
                "merge", RECORD.toString(), "--record", folder.resolve("whole").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines()).singleElement().asString().contains("found schema 1");
        assertThat(folder.resolve("whole")).doesNotExist();
    }

    @Test
    void onlyWhatTheStudyKnowsCanBeComputedAlone() {
        Tool.Outcome outcome = Tool.run(
                "lab",
                "configs/smoke.yaml",
                "--only",
                "vgg16",
                "--record",
                folder.resolve("part").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errorLines())
                .containsExactly("tumorbench: --only: expected experiments or backbones of configs/smoke.yaml"
                        + " (MobileNetV2, EfficientNetB0, mobilenetv2-full, efficientnetb0-frozen,"
                        + " efficientnetb0-last-10), found vgg16");
        assertThat(folder.resolve("part")).doesNotExist();
    }
}
