package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {
    private static final Citations FULL = new Citations(
            "brain-tumor-mri",
            "Tumours & scans: 100% {of} them_all",
            "10.5281/zenodo.1234567",
            Imprint.of(SemanticVersion.parse("1.2.0"), LocalDate.of(2026, 11, 5), "https://example.org/report"));
    private static final Citations BARE = new Citations(
            "demo", "A title.", null, Imprint.of(SemanticVersion.parse("0.1.0"), LocalDate.of(2026, 1, 31), null));

    /** Keys of CFF 1.2.0 at the top, from the specification's own list. */
    private static final Set<String> CFF_KEYS = Set.of(
            "abstract",
            "authors",
            "cff-version",
            "commit",
            "contact",
            "date-released",
            "doi",
            "identifiers",
            "keywords",
            "license",
            "license-url",
            "message",
            "preferred-citation",
            "references",
            "repository",
            "repository-artifact",
            "repository-code",
            "title",
            "type",
            "url",
            "version");

    @Test
    void theSentenceNamesAuthorYearTitleVersionDayAndPlace() {
        assertThat(FULL.sentence())
                .isEqualTo("The Tumorbench authors (2026). Tumours & scans: 100% {of} them_all (version 1.2.0)"
                        + " [Benchmark report]. Tumorbench, 2026-11-05. https://doi.org/10.5281/zenodo.1234567");
        assertThat(BARE.sentence())
                .isEqualTo("The Tumorbench authors (2026). A title (version 0.1.0) [Benchmark report]. Tumorbench,"
                        + " 2026-01-31.");
    }

    @Test
    void bibtexHasItsMarkupEscaped() {
        assertThat(FULL.bibtex())
                .isEqualTo(
                        """
                        @techreport{tumorbench-brain-tumor-mri-1.2.0,
                          author = {{The Tumorbench authors}},
                          title = {{Tumours \\& scans: 100\\% \\{of\\} them\\_all}},
                          type = {Benchmark report},
                          institution = {Tumorbench},
                          number = {1.2.0},
                          version = {1.2.0},
                          year = {2026},
                          month = {11},
                          date = {2026-11-05},
                          url = {https://example.org/report/v1.2.0/},
                          doi = {10.5281/zenodo.1234567}
                        }
                        """);
        assertThat(BARE.bibtex()).doesNotContain("url", "doi").endsWith("date = {2026-01-31}\n}\n");
    }

    @Test
    void risRunsFromTypeToEnd() {
        assertThat(FULL.ris())
                .isEqualTo(
                        """
                        TY  - RPRT
                        AU  - The Tumorbench authors
                        TI  - Tumours & scans: 100% {of} them_all
                        PY  - 2026
                        DA  - 2026/11/05
                        ET  - 1.2.0
                        M3  - Benchmark report
                        PB  - Tumorbench
                        UR  - https://example.org/report/v1.2.0/
                        DO  - 10.5281/zenodo.1234567
                        ER  -\s
                        """);
    }

    @Test
    void cslHasDatePartsAndALiteralAuthor() throws IOException {
        JsonNode item = new ObjectMapper().readTree(FULL.csl()).get(0);

        assertThat(item.path("type").asText()).isEqualTo("report");
        assertThat(item.at("/author/0/literal").asText()).isEqualTo("The Tumorbench authors");
        assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2026,11,5]");
        assertThat(item.path("URL").asText()).isEqualTo("https://example.org/report/v1.2.0/");
        assertThat(item.path("DOI").asText()).isEqualTo("10.5281/zenodo.1234567");
        assertThat(new ObjectMapper().readTree(BARE.csl()).get(0).has("DOI")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "https://",
                "https://a b/",
                "https://example.org/?x=1",
                "javascript:alert(1)"
            })
    void anAddressIsOneOfTheWeb(String address) {
        assertThatThrownBy(() -> Imprint.of(SemanticVersion.parse("1.0.0"), LocalDate.EPOCH, address))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("address: expected")
                .hasMessageEndingWith(address);
    }

    @Test
    void theRepositorysCitationFileFollowsItsSchemaAndNamesTheSameAuthor() throws IOException {
        JsonNode cff = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("CITATION.cff").toFile());

        assertThat(cffProblems(cff)).isEmpty();
        assertThat(cff.at("/authors/0/name").asText()).isEqualTo(Citations.AUTHOR);
        JsonNode zenodo = new ObjectMapper().readTree(Path.of(".zenodo.json").toFile());
        assertThat(zenodo.at("/creators/0/name").asText()).isEqualTo(Citations.AUTHOR);
        assertThat(zenodo.path("title").asText()).isEqualTo(cff.path("title").asText());
        assertThat(zenodo.path("license").asText())
                .isEqualTo(cff.path("license").asText());
        assertThat(zenodo.path("upload_type").asText()).isEqualTo("software");
    }

    @Test
    void theCheckOfCitationFilesSeesWhatIsWrong() throws IOException {
        JsonNode wrong = new ObjectMapper(new YAMLFactory())
                .readTree(
                        """
                        cff-version: 1.1.0
                        type: program
                        title: ""
                        authors: []
                        version: {}
                        date-released: 5 May 2026
                        doi: doi:10.1/x
                        colour: red
                        """);

        assertThat(cffProblems(wrong))
                .containsExactlyInAnyOrder(
                        "cff-version",
                        "message",
                        "title",
                        "authors",
                        "type",
                        "version",
                        "date-released",
                        "doi",
                        "colour");
    }

    /** Keys that break the rules of CFF 1.2.0 as its schema has them; of entities and persons only what is used. */
    private static List<String> cffProblems(JsonNode cff) {
        List<String> problems = new ArrayList<>();
        cff.fieldNames().forEachRemaining(key -> {
            if (!CFF_KEYS.contains(key)) {
                problems.add(key);
            }
        });
        check(problems, "cff-version", cff.path("cff-version").asText().equals("1.2.0"));
        check(problems, "message", cff.path("message").asText().length() > 0);
        check(problems, "title", cff.path("title").asText().length() > 0);
        check(problems, "authors", cff.path("authors").isArray() && authors(cff.path("authors")));
        check(problems, "type", cff.path("type").asText("software").matches("software|dataset"));
        check(
                problems,
                "version",
                cff.path("version").isMissingNode() || cff.path("version").isValueNode());
        optional(problems, cff, "date-released", "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
        optional(problems, cff, "doi", "10\\.\\d{4,9}(\\.\\d+)?/[A-Za-z0-9:/_;\\-.()\\[\\]\\\\]+");
        optional(problems, cff, "commit", ".+");
        optional(problems, cff, "license", "[A-Za-z0-9.+-]+");
        optional(problems, cff, "repository-code", "(https|http|ftp|sftp)://.+");
        optional(problems, cff, "url", "(https|http|ftp|sftp)://.+");
        return problems;
    }

    private static boolean authors(JsonNode authors) {
        boolean fine = !authors.isEmpty();
        for (Iterator<JsonNode> all = authors.elements(); all.hasNext(); ) {
            JsonNode one = all.next();
            boolean entity = one.path("name").isTextual();
            boolean person = one.path("family-names").isTextual()
                    || one.path("given-names").isTextual();
            fine &= entity != person;
        }
        return fine;
    }

    private static void optional(List<String> problems, JsonNode cff, String key, String form) {
        check(
                problems,
                key,
                !cff.has(key) || Pattern.matches(form, cff.path(key).asText()));
    }

    private static void check(List<String> problems, String key, boolean fine) {
        if (!fine) {
            problems.add(key);
        }
    }
}
