package io.github.tumorbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The workflows of GitHub Actions, as far as they can be held against the repository; {@code .ci/run} runs their steps. */
class WorkflowsTest {
    private static final Path GITHUB = Path.of(".github");
    private static final Path SCRIPTS = GITHUB.resolve("scripts");
    private static final Pattern PINNED = Pattern.compile("actions/[a-z-]+@[0-9a-f]{40}");
    private static final Pattern PINNED_WITH_VERSION =
            Pattern.compile(".*uses: [^ ]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern CALL = Pattern.compile("(?m)^\\s*tumorbench ([a-z]+)((?: [^\\n]*)?)$");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    static List<Path> workflows() throws IOException {
        return files(GITHUB.resolve("workflows"));
    }

    static List<Path> scripts() throws IOException {
        return files(SCRIPTS);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(file));
    }

    private static List<JsonNode> steps(JsonNode workflow) {
        List<JsonNode> steps = new ArrayList<>();
        workflow.get("jobs").forEach(job -> job.get("steps").forEach(steps::add));
        return steps;
    }

    @Test
    void theThreeWorkflowsAreThere() throws IOException {
        assertThat(workflows())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("ci.yml", "release.yml", "report.yml");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedByItsDigestWithItsVersionBeside(Path file) throws IOException {
        steps(read(file)).stream()
                .filter(step -> step.has("uses"))
                .forEach(step -> assertThat(step.get("uses").asText()).matches(PINNED));
        assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allMatch(line -> PINNED_WITH_VERSION.matcher(line).matches());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingIsAllowedButWhatAJobAsksFor(Path file) throws IOException {
        JsonNode workflow = read(file);
        assertThat(workflow.get("permissions")).isEmpty();
        assertThat(workflow.has("concurrency")).isTrue();
        workflow.get("jobs").forEach(job -> {
            assertThat(job.get("permissions")).isNotEmpty();
            assertThat(job.has("timeout-minutes")).isTrue();
        });
        assertThat(Files.readString(file)).doesNotContain("pull_request_target", "secrets.", "write-all");
    }

    /** The rights of each job that has more than reading. */
    @Test
    void writingIsLeftToTheJobsThatMust() throws IOException {
        Map<String, List<String>> rights = new TreeMap<>();
        for (Path file : workflows()) {
            read(file).get("jobs").fields().forEachRemaining(job -> job.getValue()
                    .get("permissions")
                    .fields()
                    .forEachRemaining(right -> {
                        if (right.getValue().asText().equals("write")) {
                            rights.computeIfAbsent(file.getFileName() + " " + job.getKey(), key -> new ArrayList<>())
                                    .add(right.getKey());
                        }
                    }));
        }
        assertThat(rights)
                .isEqualTo(Map.of(
                        "release.yml deploy", List.of("pages", "id-token"),
                        "release.yml release", List.of("contents"),
                        "report.yml comment", List.of("pull-requests"),
                        "report.yml deploy", List.of("pages", "id-token")));
    }

    /** Text from outside reaches a script as a variable only: within the command it would be run. */
    @ParameterizedTest
    @MethodSource("workflows")
    void everyStepRunsAScriptOfTheRepositoryAndNothingFromOutsideIsPastedIntoIt(Path file) throws IOException {
        assertThat(steps(read(file)).stream().filter(step -> step.has("run")))
                .isNotEmpty()
                .allSatisfy(step -> {
                    String run = step.get("run").asText();
                    assertThat(run).doesNotContain("${{");
                    Path script = Path.of(run.replaceFirst("^sudo ", "").split(" ")[0]);
                    assertThat(script).isExecutable().hasParentRaw(SCRIPTS);
                });
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyCommandAndOptionAScriptUsesExists(Path script) throws IOException {
        Map<String, CommandLine> commands = new CommandLine(new Main()).getSubcommands();
        Matcher call = CALL.matcher(Files.readString(script).replace("\\\n", " "));
        while (call.find()) {
            assertThat(commands).as(script.toString()).containsKey(call.group(1));
            Matcher option = OPTION.matcher(call.group(2));
            while (option.find()) {
                assertThat(commands.get(call.group(1)).getCommandSpec().optionsMap())
                        .as(script + ": " + call.group(1))
                        .containsKey(option.group());
            }
        }
    }

    @Test
    void scriptsCallTheProgram() throws IOException {
        TreeSet<String> called = new TreeSet<>();
        for (Path script : scripts()) {
            Matcher call = CALL.matcher(Files.readString(script).replace("\\\n", " "));
            while (call.find()) {
                called.add(call.group(1));
            }
        }
        assertThat(called).contains("gate", "lab", "merge", "press");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptIsOneThatBashUnderstandsAndStopsAtTheFirstFailure(Path script) throws Exception {
        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor()).as(said).isZero();
        if (Files.isExecutable(script)) {
            assertThat(script).content().startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
        }
    }

    @Test
    void theReportHasAJobForEachBackboneOfItsStudy() throws IOException {
        JsonNode report = read(GITHUB.resolve("workflows/report.yml"));
        List<String> jobs = new ArrayList<>();
        report.at("/jobs/part/strategy/matrix/backbone").forEach(name -> jobs.add(name.asText()));
        assertThat(jobs)
                .isEqualTo(StudyReader.read(Path.of(report.at("/env/STUDY").asText())).study().experiments().stream()
                        .map(ExperimentSpec::backbone)
                        .distinct()
                        .toList());
    }

    @Test
    void aReleaseRestoresNoCache() throws IOException {
        assertThat(GITHUB.resolve("workflows/release.yml")).content().doesNotContain("actions/cache", "cache:");
    }

    @Test
    void forksGetNeitherCommentNorDeployment() throws IOException {
        JsonNode report = read(GITHUB.resolve("workflows/report.yml"));
        assertThat(report.at("/jobs/comment/if").asText())
                .contains("github.event.pull_request.head.repo.full_name == github.repository");
        assertThat(report.at("/jobs/deploy/if").asText())
                .contains("github.event_name == 'push'", "github.ref == 'refs/heads/main'");
    }

    /** The local twin runs what the workflows run, but for what only GitHub can do. */
    @Test
    void theLocalTwinCallsTheSameScripts() throws IOException {
        String twin = Files.readString(Path.of(".ci/run")) + Files.readString(SCRIPTS.resolve("report.sh"));
        for (String workflow : List.of("ci.yml", "report.yml")) {
            steps(read(GITHUB.resolve("workflows").resolve(workflow))).stream()
                    .filter(step -> step.has("run"))
                    .map(step -> Path.of(step.get("run")
                                    .asText()
                                    .replaceFirst("^sudo ", "")
                                    .split(" ")[0])
                            .getFileName()
                            .toString())
                    .filter(script -> !script.equals("comment.sh"))
                    .forEach(script -> assertThat(twin).contains("/" + script));
        }
    }
}
