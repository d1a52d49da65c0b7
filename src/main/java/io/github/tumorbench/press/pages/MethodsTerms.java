package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Explanation;
import io.github.tumorbench.study.Protocol;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The definition lists of the methods page. */
final class MethodsTerms {
    /** What a server's core takes under load, in watts; a round figure between a laptop's and an old server's. */
    private static final int WATTS_OF_A_CORE = 10;

    private MethodsTerms() {}

    static List<Term> question(Report report) {
        var run = report.record().run();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Study", run.study().title()));
        terms.add(Term.of(
                "Question",
                "Given one image, which of %s does it show? How often is %s right, and how sure of it?"
                        .formatted(
                                Format.counted(run.classes().size(), "class", "classes"),
                                run.experiments().size() == 1 ? "the network" : "each network")));
        terms.add(Term.of("Classes", String.join(", ", run.classes())));
        return terms;
    }

    static List<Term> protocol(StudyRecord record) {
        var study = record.run().study();
        List<Term> terms = new ArrayList<>();
        for (Protocol protocol : study.protocols()) {
            terms.add(Term.of(
                    "Protocol " + protocol.id(),
                    switch (protocol.name()) {
                        case OFFICIAL -> "training and test images as the dataset divides them; patients are not kept apart";
                        case OFFICIAL_DEDUPLICATED -> "the same without the test images that have an exact or near copy in training";
                        case PATIENT_DISJOINT -> "no patient, slice or group of copies stands on two sides; stratified by class";
                    }));
        }
        terms.add(Term.of(
                "Validation",
                Format.percent(study.validation().fraction())
                        + " of each class’s training images choose the epoch; test images choose nothing"));
        terms.add(
                Term.of(
                        "Explained images",
                        "for each experiment and true class at most "
                                + study.explanation().perClass()
                                + " of the surest right, the least sure right and the surest wrong predictions; where measured, the first two of each class by the file’s SHA-256, those with a mask first, under every network"));
        terms.add(Term.of("Measured explanations", measured(record.run().schemaVersion(), study.explanation())));
        return terms;
    }

    /** Records of schema 1 could not be asked. */
    private static String measured(int schemaVersion, Explanation asked) {
        if (schemaVersion < 2) {
            return "none, as the record is of schema 1";
        }
        String maps = asked.images() == 0
                ? "no check of the maps"
                : "checks of the maps on at most %s test images, stratified by class".formatted(asked.images());
        String worse = asked.corrupted() == 0
                ? "no image made worse"
                : "at most %s test images made worse".formatted(asked.corrupted());
        return "asked for: " + maps + ", " + worse;
    }

    static List<Term> provenance(Run run) {
        Run.Provenance from = run.provenance();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Tumorbench", from.version()));
        if (from.commit().equals("unknown")) {
            terms.add(Term.of("Commit", "unknown; built outside a repository"));
        } else {
            terms.add(Term.code("Commit", from.commit()));
            terms.add(Term.of(
                    "Working tree",
                    from.dirty() ? "differed from the commit when the program was built" : "equal to the commit"));
        }
        terms.add(Term.code("SHA-256 of the study", run.studyDigest()));
        terms.add(Term.of("Dataset", from.dataset()));
        terms.add(Term.code("SHA-256 of the dataset", from.datasetDigest()));
        return terms;
    }

    static List<Term> execution(Execution execution) {
        List<Term> terms = new ArrayList<>();
        for (Execution.Host host : execution.hosts()) {
            terms.add(Term.of("System", host.os() + ", " + host.arch()));
            terms.add(Term.of("Processor", host.cpu(), Format.counted(host.processors(), "core", "cores")));
            terms.add(Term.of("Memory", Format.bytes(host.memoryBytes())));
            terms.add(Term.of("Java", host.jvm()));
        }
        terms.add(Term.of("Peak resident memory", Format.bytes(execution.peakResidentBytes())));
        terms.add(Term.of("Started", execution.started()));
        terms.add(Term.of("Finished", execution.finished(), "after " + elapsed(execution)));
        energy(execution).ifPresent(terms::add);
        return terms;
    }

    /** An assumption, not a measurement: the record has no meter's reading; none where parts ran on several machines. */
    private static Optional<Term> energy(Execution execution) {
        if (execution.hosts().size() != 1) {
            return Optional.empty();
        }
        int watts = WATTS_OF_A_CORE * execution.hosts().get(0).processors();
        return seconds(execution)
                .map(seconds -> Term.of(
                        "Energy, estimated",
                        Format.decimal(seconds * watts / 3600, 0) + "\u00a0Wh",
                        "if each core takes %s\u00a0W, memory and supply included, all the time; assumed, not measured, and of this run alone: what came from the cache was paid for before"
                                .formatted(WATTS_OF_A_CORE)));
    }

    /** From start to finish; an en dash where the times cannot be read. */
    static String elapsed(Execution execution) {
        return seconds(execution).map(Format::duration).orElse(Format.UNDEFINED);
    }

    private static Optional<Double> seconds(Execution execution) {
        try {
            Duration time = Duration.between(Instant.parse(execution.started()), Instant.parse(execution.finished()));
            return Optional.of(time.toMillis() / 1000.0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
