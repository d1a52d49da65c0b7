package io.github.tumorbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What contributors are told is there is there. */
class ContributingTest {
    private static final Path GITHUB = Path.of(".github");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern PATH =
            Pattern.compile("(src|configs|data|templates|\\.github|\\.ci)/[A-Za-z0-9_./-]*");
    private static final Pattern JAVA_FILE = Pattern.compile("[A-Z][A-Za-z]+\\.java");
    private static final Pattern TEST = Pattern.compile("[A-Z][A-Za-z]+Test");

    private static List<String> code() throws IOException {
        List<String> code = new ArrayList<>();
        Matcher matcher = CODE.matcher(Files.readString(GITHUB.resolve("CONTRIBUTING.md")));
        while (matcher.find()) {
            code.add(matcher.group(1));
        }
        return code;
    }

    @Test
    void everyPathThatIsNamedExists() throws IOException {
        List<String> paths =
                code().stream().filter(text -> PATH.matcher(text).matches()).toList();
        assertThat(paths).hasSizeGreaterThan(15).allSatisfy(path -> assertThat(Path.of(path))
                .exists());
    }

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        Set<String> names;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        List<String> files = new ArrayList<>();
        for (String text : code()) {
            if (JAVA_FILE.matcher(text).matches()) {
                files.add(text);
            } else if (TEST.matcher(text).matches()) {
                files.add(text + ".java");
            }
        }
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(names).containsAll(files);
    }

    @Test
    void formsAskForWhatIsNeededToHelp() throws IOException {
        for (String form : List.of("bug.yml", "wrong-number.yml", "addition.yml")) {
            JsonNode tree = new YAMLMapper()
                    .readTree(Files.readString(GITHUB.resolve("ISSUE_TEMPLATE").resolve(form)));
            assertThat(tree.has("name") && tree.has("description")).as(form).isTrue();
            assertThat(tree.get("body")).as(form).isNotEmpty().allSatisfy(part -> {
                boolean text = part.get("type").asText().equals("markdown");
                assertThat(part.get("attributes").has(text ? "value" : "label")).isTrue();
                assertThat(part.has("id")).isEqualTo(!text);
            });
        }
    }

    @Test
    void updatesOfLibrariesAndActionsCoolDown() throws IOException {
        JsonNode updates = new YAMLMapper()
                .readTree(Files.readString(GITHUB.resolve("dependabot.yml")))
                .get("updates");
        assertThat(updates)
                .extracting(one -> one.get("package-ecosystem").asText())
                .containsExactly("maven", "github-actions");
        assertThat(updates)
                .allSatisfy(one ->
                        assertThat(one.at("/cooldown/default-days").asInt()).isPositive());
    }
}
