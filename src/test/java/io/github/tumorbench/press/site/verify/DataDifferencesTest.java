package io.github.tumorbench.press.site.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.versions.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DataDifferencesTest {
    private static final Predicate<String> NONE = word -> false;
    private static final String PUBLISHED = "{\"name\": \"Ensemble (official)\", \"accuracy\": 0.9, \"old\": 1}";

    @Test
    void anotherProgramMayNameThingsOtherwiseButNoNumber() {
        DataDifferences renamed = json("{\"name\": \"Ensemble\", \"accuracy\": 0.9}", NONE);
        DataDifferences changed = json("{\"name\": \"Ensemble\", \"accuracy\": 0.8}", NONE);

        assertThat(renamed).isEqualTo(new DataDifferences(List.of(), 1, 1, 1));
        assertThat(changed.problems()).containsExactly("data.json: expected 0.8, found 0.9, at /accuracy");
    }

    @Test
    void theSameProgramMustUseTheSameWords() {
        assertThat(json("{\"name\": \"Ensemble\", \"accuracy\": 0.9}", word -> true)
                        .problems())
                .containsExactly("data.json: expected \"Ensemble\", found \"Ensemble (official)\", at /name");
    }

    @Test
    void aNumberWhereAWordWasIsAProblem() {
        assertThat(json("{\"name\": 3, \"accuracy\": 0.9}", NONE).problems())
                .containsExactly("data.json: expected 3, found \"Ensemble (official)\", at /name");
        assertThat(table("–").problems()).containsExactly("data.csv: expected –, found 0.9, in row 1, column Accuracy");
    }

    @Test
    void cellsOfATableAreComparedNumberByNumber() {
        assertThat(table("0.90000000000000001")).isEqualTo(new DataDifferences(List.of(), 1, 1, 0));
        assertThat(table("0.91").problems())
                .containsExactly("data.csv: expected 0.91, found 0.9, in row 1, column Accuracy");
    }

    @Test
    void aFactOfTheRecordMayNotBeWordedOtherwise() {
        List<String> head = List.of("File", "Predicted");
        DataDifferences differences = DataDifferences.ofTable(
                "data.csv",
                List.of(head, List.of("a.png", "glioma")),
                List.of(head, List.of("a.png", "meningioma")),
                Set.of("glioma", "meningioma", "a.png")::contains);

        assertThat(differences.problems())
                .containsExactly("data.csv: expected meningioma, found glioma, in row 1, column Predicted");
        assertThat(json("{\"name\": \"Ensemble\"}", "Ensemble (official)"::equals)
                        .problems())
                .hasSize(1);
    }

    private static DataDifferences json(String computed, Predicate<String> fixed) {
        return DataDifferences.ofJson("data.json", Json.parse(PUBLISHED), Json.parse(computed), fixed);
    }

    /** A network by a longer and a shorter name, with this accuracy when computed again. */
    private static DataDifferences table(String accuracy) {
        List<String> head = List.of("Experiment", "Accuracy");
        return DataDifferences.ofTable(
                "data.csv",
                List.of(head, List.of("Ensemble (official)", "0.9")),
                List.of(head, List.of("Ensemble", accuracy)),
                NONE);
    }
}
