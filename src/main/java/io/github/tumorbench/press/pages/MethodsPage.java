package io.github.tumorbench.press.pages;

import java.util.List;

/**
 * How the numbers came about, and how to compute them again.
 *
 * @param protocol how images are divided and results reported
 * @param schedules setting by setting, a column for each schedule; no rows without schedules
 * @param augmentation what the schedules’ presets do to images
 * @param ledger every look at the test images
 * @param stageTimes each kind of stage over all experiments; empty rows where nothing was timed, likewise {@code latencies}
 * @param stages each stage of each experiment
 * @param conventions of numbers
 * @param recompute null where there is no experiment
 */
public record MethodsPage(
        Frame frame,
        List<Term> question,
        List<Term> protocol,
        Table experiments,
        Table schedules,
        AugmentationView augmentation,
        List<Term> provenance,
        Table weights,
        Table libraries,
        Table seeds,
        Table ledger,
        List<Term> execution,
        Table stageTimes,
        Table stages,
        Table latencies,
        List<Term> conventions,
        Recompute recompute)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "methods.html";

    public MethodsPage {
        question = List.copyOf(question);
        protocol = List.copyOf(protocol);
        provenance = List.copyOf(provenance);
        execution = List.copyOf(execution);
        conventions = List.copyOf(conventions);
    }

    /**
     * An accuracy anyone can compute again.
     *
     * @param name of the experiment
     * @param path of its predictions within the site
     * @param rows of that file
     * @param right rows whose two classes are equal
     * @param accuracy what follows; an en dash without rows
     * @param key place of the unrounded number in {@code data/metrics.json}
     */
    public record Recompute(String name, String path, String rows, String right, String accuracy, String key) {}

    static MethodsPage of(Report report, Pictures pictures) {
        return new MethodsPage(
                report.frame("Methods", FILE),
                MethodsTerms.question(report),
                MethodsTerms.protocol(report.record()),
                MethodsTables.experiments(report),
                ScheduleTerms.table(report),
                AugmentationView.of(report, pictures),
                MethodsTerms.provenance(report.record().run()),
                MethodsTables.weights(report.record().run().provenance()),
                MethodsTables.libraries(report.record().run().provenance()),
                MethodsTables.seeds(report.record().run().provenance()),
                MethodsTables.ledger(report.record().run()),
                MethodsTerms.execution(report.record().execution()),
                MethodsTables.stageTimes(report.record().execution()),
                MethodsTables.stages(report.record().execution()),
                MethodsTables.latencies(report),
                Conventions.of(report),
                recompute(report));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "methods";
    }

    private static Recompute recompute(Report report) {
        return report.analysis().experiments().stream()
                .findFirst()
                .map(one -> {
                    long right = report.recordOf(one).predictions().stream()
                            .filter(prediction -> prediction.correct())
                            .count();
                    return new Recompute(
                            one.name(),
                            "record/experiments/" + one.id() + "/predictions.csv",
                            Format.count(one.images()),
                            Format.count(right),
                            Format.percent(one.overall().accuracy().value()),
                            "experiments → " + one.id() + " → accuracy → value");
                })
                .orElse(null);
    }
}
