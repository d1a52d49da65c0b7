package io.github.tumorbench.study;

import io.github.tumorbench.study.Section.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands a tree as a study, or says everything that keeps it from being one. */
final class StudyParser {
    private static final Kind<String> DOI = Kind.matching(
            "a DOI, e.g. 10.5281/zenodo.1234567", Pattern.compile("10\\.[0-9]{4,9}/[!-~&&[^\"<>{}|\\\\^`]]+"));

    private StudyParser() {}

    /**
     * Reads the whole study.
     *
     * @param name how to call its source in messages
     * @throws InputException with every problem found
     */
    static Study parse(String name, Tree tree) {
        Problems problems = new Problems(name);
        Optional<Study> study = Section.of(problems, new Item("", tree), "a mapping of keys to values")
                .map(root -> study(root, problems));
        problems.throwIfAny();
        return study.orElseThrow();
    }

    private static Study study(Section root, Problems problems) {
        String id = root.required("study", Kind.slug(), "");
        String title = root.required("title", Kind.text(), "");
        long seed = root.required("seed", Kind.integer(), 0L);
        DatasetSpec dataset = root.section("dataset", "a mapping with source")
                .map(DatasetParser::parse)
                .orElse(null);
        List<Protocol> protocols = ProtocolsParser.parse(root, problems);
        Validation validation = validation(root);
        Explanation explanation = explanation(root);
        Gate gate = GateParser.parse(root);
        Map<String, Schedule> schedules = root.section("schedules", "a mapping of names to schedules")
                .map(SchedulesParser::parse)
                .orElse(Map.of());
        List<ExperimentSpec> experiments = ExperimentsParser.parse(root, schedules, protocols, problems);
        List<EnsembleSpec> ensembles = EnsemblesParser.parse(root, experiments, protocols, problems);
        String doi = root.optional("doi", DOI, null);
        root.finish();
        return new Study(
                id,
                title,
                seed,
                dataset,
                protocols,
                validation,
                experiments,
                ensembles,
                schedules,
                explanation,
                gate,
                doi);
    }

    private static Validation validation(Section root) {
        if (!root.has("validation")) {
            return new Validation(Defaults.VALIDATION_FRACTION);
        }
        Kind<Double> share = Kind.number("a number above 0 and at most 0.5", value -> value > 0 && value <= 0.5);
        return root.section("validation", "a mapping with fraction")
                .map(section -> {
                    double fraction = section.optional("fraction", share, Defaults.VALIDATION_FRACTION);
                    section.finish();
                    return new Validation(fraction);
                })
                .orElse(null);
    }

    private static Explanation explanation(Section root) {
        Explanation defaults = Defaults.EXPLANATION;
        if (!root.has("explanation")) {
            return defaults;
        }
        return root.section("explanation", "a mapping with perClass, images or corrupted")
                .map(section -> {
                    int perClass = section.optional("perClass", Kind.integer(0, 100), defaults.perClass());
                    int images = section.optional("images", Kind.integer(0, 10_000), defaults.images());
                    int corrupted = section.optional("corrupted", Kind.integer(0, 100_000), defaults.corrupted());
                    section.finish();
                    return new Explanation(perClass, images, corrupted);
                })
                .orElse(null);
    }
}
