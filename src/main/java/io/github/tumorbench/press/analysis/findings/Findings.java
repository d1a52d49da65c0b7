package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.ConfidenceHistogram;
import io.github.tumorbench.press.analysis.metrics.ConfusedPair;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Plain sentences, composed by rule from the results. */
public final class Findings {
    /** Section of the comparison of experiments. */
    public static final String COMPARISON = "comparison";
    /** Section of the metrics of each class. */
    public static final String PER_CLASS = "per-class";
    /** Section of the confusion matrix. */
    public static final String CONFUSION = "confusion";
    /** Section of the confidence of predictions. */
    public static final String CONFIDENCE = "confidence";
    /** Section of the Grad-CAM maps. */
    public static final String LOCALISATION = "localisation";
    /** Section of calibration. */
    public static final String CALIBRATION = "calibration";
    /** Section of deferral to a person. */
    public static final String DEFERRAL = "deferral";
    /** Section of results without test images that were learned from. */
    public static final String LEAKAGE = "without-copies";
    /** Section of the errors of several networks. */
    public static final String ERRORS = "errors";

    private Findings() {}

    /** Findings about the study, then those of each experiment in order. */
    public static List<Finding> of(StudyAnalysis study) {
        List<Finding> findings = new ArrayList<>(comparison(study));
        study.experiments().forEach(one -> findings.addAll(of(one)));
        return findings;
    }

    /**
     * The few that belong on a first page, the answer apart: what the most accurate experiment's accuracy owes to copies, which
     * class is weakest, how far its confidence can be trusted, what all get wrong, and where a network looks.
     */
    public static List<Finding> summary(StudyAnalysis study, Family family) {
        List<Finding> findings = new ArrayList<>();
        List<ExperimentAnalysis> ranked = Leader.ranked(study, family);
        if (!ranked.isEmpty()) {
            ExperimentAnalysis best = ranked.get(0);
            add(findings, TrustFindings.leakage(best), LEAKAGE, null);
            if (ranked.size() > 1) {
                add(findings, ErrorFindings.weakest(ranked), PER_CLASS, null);
            }
            add(findings, weakestClass(best), PER_CLASS, best.id());
            add(findings, TrustFindings.calibration(best), CALIBRATION, best.id());
            add(findings, TrustFindings.deferral(best), DEFERRAL, best.id());
            if (family.errors() != null) {
                add(findings, ErrorFindings.together(family), ERRORS, null);
            }
            LocalisationFinding.ofBest(ranked).ifPresent(findings::add);
        }
        return findings;
    }

    /** Which experiment is the most accurate on a set of test images; empty where none was tested. */
    public static String answer(StudyAnalysis study, Family family) {
        List<ExperimentAnalysis> ranked = Leader.ranked(study, family);
        return ranked.isEmpty() ? "" : Leader.sentence(family, ranked);
    }

    /** The protocols that test on a set of images, e.g. "official"; empty where none was tested. */
    public static String protocols(StudyAnalysis study, Family family) {
        List<String> protocols = Leader.ranked(study, family).stream()
                .map(ExperimentAnalysis::protocol)
                .distinct()
                .toList();
        return protocols.isEmpty() ? "" : join(protocols);
    }

    private static void add(List<Finding> findings, String sentence, String section, String experiment) {
        if (sentence != null) {
            findings.add(new Finding(sentence, section, experiment));
        }
    }

    /** Findings about one experiment. */
    public static List<Finding> of(ExperimentAnalysis one) {
        List<Finding> findings = new ArrayList<>();
        if (one.images() > 0) {
            findings.add(new Finding(weakestClass(one), PER_CLASS, one.id()));
            findings.add(new Finding(commonError(one), CONFUSION, one.id()));
            findings.add(new Finding(confidence(one), CONFIDENCE, one.id()));
            findings.add(new Finding(TrustFindings.calibration(one), CALIBRATION, one.id()));
            add(findings, TrustFindings.deferral(one), DEFERRAL, one.id());
            add(findings, TrustFindings.leakage(one), LEAKAGE, one.id());
        }
        add(findings, LocalisationFinding.of(one), LOCALISATION, one.id());
        return findings;
    }

    /** What a family's networks get wrong together; only where it has {@link Family#errors}. */
    public static String errors(Family family) {
        return ErrorFindings.together(family);
    }

    /** One sentence for each set of test images. */
    private static List<Finding> comparison(StudyAnalysis study) {
        List<Finding> findings = new ArrayList<>();
        for (Family family : study.families()) {
            String sentence = answer(study, family);
            if (!sentence.isEmpty()) {
                findings.add(new Finding(
                        study.families().size() == 1
                                ? sentence
                                : "Protocol %s: %s".formatted(protocols(study, family), sentence),
                        COMPARISON,
                        null));
            }
        }
        return findings;
    }

    /** The classes with the lowest recall among those present; more than one where equal. */
    static List<ClassMetrics> weakest(ExperimentAnalysis one) {
        double lowest = one.classes().stream()
                .filter(metrics -> metrics.support() > 0)
                .mapToDouble(Findings::recall)
                .min()
                .orElseThrow();
        return one.classes().stream()
                .filter(metrics -> metrics.support() > 0 && recall(metrics) == lowest)
                .toList();
    }

    private static String weakestClass(ExperimentAnalysis one) {
        List<ClassMetrics> present =
                one.classes().stream().filter(metrics -> metrics.support() > 0).toList();
        double lowest = present.stream().mapToDouble(Findings::recall).min().orElseThrow();
        double highest = present.stream().mapToDouble(Findings::recall).max().orElseThrow();
        if (lowest == highest) {
            return "%s recognises %s of the images of every class present."
                    .formatted(one.name(), Numbers.percent(lowest));
        }
        List<ClassMetrics> weakest = weakest(one);
        if (weakest.size() > 1) {
            return "The weakest classes of %s are %s, each with a recall of %s."
                    .formatted(
                            one.name(),
                            join(weakest.stream().map(ClassMetrics::name).toList()),
                            Numbers.percent(lowest));
        }
        ClassMetrics weak = weakest.get(0);
        int hits = one.confusion().count(indexOf(one, weak), indexOf(one, weak));
        return "The weakest class of %s is %s: it recognises %s of its %s (%s)."
                .formatted(one.name(), weak.name(), hits, Numbers.images(weak.support()), withInterval(weak.recall()));
    }

    private static String commonError(ExperimentAnalysis one) {
        List<ConfusedPair> most = one.confusion().mostFrequentErrors();
        if (most.isEmpty()) {
            return "%s makes no error on the %s.".formatted(one.name(), testImages(one));
        }
        ConfusedPair first = most.get(0);
        if (most.size() == 1) {
            return "The most common error of %s is to take %s for %s: %s of %s (%s)."
                    .formatted(
                            one.name(),
                            first.truth(),
                            first.predicted(),
                            first.count(),
                            Numbers.images(first.support()),
                            Numbers.percent(first.share()));
        }
        String each = Numbers.images(first.count()) + " each";
        return most.size() > 3
                ? "No error of %s stands out: %s kinds share the highest count, %s."
                        .formatted(one.name(), most.size(), each)
                : "The most common errors of %s are to take %s, %s."
                        .formatted(
                                one.name(),
                                join(most.stream()
                                        .map(pair -> pair.truth() + " for " + pair.predicted())
                                        .toList()),
                                each);
    }

    private static String confidence(ExperimentAnalysis one) {
        ConfidenceHistogram histogram = one.confidence();
        if (histogram.wrong() == 0) {
            return "All predictions of %s are right, with a median confidence of %s."
                    .formatted(one.name(), Numbers.decimal(histogram.medianCorrect(), 2));
        }
        if (histogram.correct() == 0) {
            return "All predictions of %s are wrong, with a median confidence of %s."
                    .formatted(one.name(), Numbers.decimal(histogram.medianWrong(), 2));
        }
        int order = Double.compare(histogram.medianWrong(), histogram.medianCorrect());
        return "When %s is wrong it is %s than when it is right: the median confidence is %s against %s; %s."
                .formatted(
                        one.name(),
                        order < 0 ? "less sure" : order == 0 ? "no less sure" : "surer",
                        Numbers.decimal(histogram.medianWrong(), 2),
                        Numbers.decimal(histogram.medianCorrect(), 2),
                        surelyWrong(histogram));
    }

    /** How many wrong predictions fall into the histogram's last bin. */
    private static String surelyWrong(ConfidenceHistogram histogram) {
        ConfidenceHistogram.Bin last = histogram.bins().get(histogram.bins().size() - 1);
        String above = "a confidence above " + Numbers.decimal(last.low(), 2);
        if (histogram.wrong() == 1) {
            return "the one wrong prediction " + (last.wrong() == 1 ? "has " : "does not have ") + above;
        }
        return last.wrong() == 0
                ? "none of the %s wrong predictions has %s".formatted(histogram.wrong(), above)
                : "%s of the %s wrong predictions %s %s"
                        .formatted(last.wrong(), histogram.wrong(), last.wrong() == 1 ? "has" : "have", above);
    }

    static String testImages(ExperimentAnalysis one) {
        return one.images() == 1 ? "1 test image" : one.images() + " test images";
    }

    /** E.g. "40.0 %, 95 % interval 24.6 % to 57.7 %". */
    static String withInterval(Estimate estimate) {
        return "%s, 95 %% interval %s".formatted(Numbers.percent(estimate.value()), percentInterval(estimate));
    }

    /** E.g. "24.6 % to 57.7 %". */
    static String percentInterval(Estimate estimate) {
        return Numbers.percent(estimate.low()) + " to " + Numbers.percent(estimate.high());
    }

    private static double recall(ClassMetrics metrics) {
        return metrics.recall().value();
    }

    private static int indexOf(ExperimentAnalysis one, ClassMetrics metrics) {
        return one.classNames().indexOf(metrics.name());
    }

    /** "a", "a and b", "a, b and c"; of at least one name. */
    public static String join(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
