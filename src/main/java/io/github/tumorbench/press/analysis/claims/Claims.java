package io.github.tumorbench.press.analysis.claims;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Bound;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Published;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Training;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The claims and figures of the reproduced study, checked against a record of the same dataset.
 *
 * @param figures those of its table
 * @param claims those of its prose
 */
public record Claims(List<CheckedFigure> figures, List<CheckedClaim> claims) {
    public Claims {
        figures = List.copyOf(figures);
        claims = List.copyOf(claims);
    }

    /** @param record whose predictions {@code study} was computed from */
    public static Claims of(StudyRecord record, StudyAnalysis study) {
        ClaimRoles roles = new ClaimRoles(record, study);
        List<CheckedFigure> figures = new ArrayList<>();
        PublishedFigures.VALUES.forEach(one -> figures.add(figure(roles, one)));
        PublishedFigures.BOUNDS.forEach(one -> figures.add(bound(roles, one)));
        List<CheckedClaim> claims = new ArrayList<>();
        claims.addAll(ClassClaims.of(roles));
        claims.addAll(TrustClaims.of(roles));
        claims.addAll(TrainingClaims.of(roles));
        claims.addAll(MapClaims.of(roles));
        claims.add(TrainingClaims.close(roles));
        return new Claims(figures, claims);
    }

    /** How many claims came out this way. */
    public long count(Verdict verdict) {
        return claims.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** How many figures came out this way. */
    public long countFigures(Verdict verdict) {
        return figures.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** Whether any claim or figure can be held against this record. */
    public boolean told() {
        return count(Verdict.CANNOT_BE_TOLD) < claims.size() || countFigures(Verdict.CANNOT_BE_TOLD) < figures.size();
    }

    /** In a sentence. */
    public String sentence() {
        return "Of %s claims of the reproduced study %s held, %s did not hold and %s cannot be told; of %s figures %s lie within our interval and %s do not."
                .formatted(
                        claims.size(),
                        count(Verdict.HELD),
                        count(Verdict.DID_NOT_HOLD),
                        count(Verdict.CANNOT_BE_TOLD),
                        figures.size(),
                        countFigures(Verdict.HELD),
                        countFigures(Verdict.DID_NOT_HOLD));
    }

    private static CheckedFigure figure(ClaimRoles roles, Published published) {
        ExperimentAnalysis one = roles.network(published.backbone(), published.training());
        String quantity = published.quantity().words() + (published.label() == null ? "" : ", " + published.label());
        String value = published.value() == 0.8101
                ? Numbers.decimal(published.value(), 4)
                : Numbers.decimal(published.value(), 2);
        Estimate ours = one == null ? null : ours(one, published);
        return new CheckedFigure(
                network(published.backbone(), published.training()),
                quantity,
                value,
                one == null ? null : one.id(),
                ours,
                verdict(ours, published.value()));
    }

    private static String network(String backbone, Training training) {
        return backbone + ", " + training.words();
    }

    private static Estimate ours(ExperimentAnalysis one, Published published) {
        if (published.label() == null) {
            return one.overall().accuracy();
        }
        int label = one.classNames().indexOf(published.label());
        if (label < 0) {
            return null;
        }
        return switch (published.quantity()) {
            case ACCURACY -> one.overall().accuracy();
            case RECALL -> one.classes().get(label).recall();
            case F1 -> one.intervals().of(label, ClassMetric.F1).best();
            case AUROC -> one.classes().get(label).auroc();
        };
    }

    private static Verdict verdict(Estimate ours, double published) {
        if (ours == null || !ours.hasInterval()) {
            return Verdict.CANNOT_BE_TOLD;
        }
        return ours.low() <= published && published <= ours.high() ? Verdict.HELD : Verdict.DID_NOT_HOLD;
    }

    /** Held where enough classes' intervals lie above the bound, not where too few reach it. */
    private static CheckedFigure bound(ClaimRoles roles, Bound bound) {
        ExperimentAnalysis one = roles.network(bound.backbone(), Training.FROZEN);
        String published = "> %s for %s of 4 classes".formatted(Numbers.decimal(bound.bound(), 2), bound.classes());
        Verdict verdict = Verdict.CANNOT_BE_TOLD;
        Estimate ours = null;
        if (one != null) {
            List<Estimate> areas = one.classes().stream()
                    .map(ClassMetrics::auroc)
                    .filter(Estimate::hasInterval)
                    .sorted(Comparator.comparing(Estimate::value).reversed())
                    .toList();
            long above =
                    areas.stream().filter(area -> area.low() > bound.bound()).count();
            long reaching =
                    areas.stream().filter(area -> area.high() > bound.bound()).count();
            verdict = above >= bound.classes()
                    ? Verdict.HELD
                    : reaching < bound.classes() ? Verdict.DID_NOT_HOLD : Verdict.CANNOT_BE_TOLD;
            ours = areas.size() < bound.classes() ? null : areas.get(bound.classes() - 1);
        }
        return new CheckedFigure(
                network(bound.backbone(), Training.FROZEN),
                "AUROC (ours: the one of rank " + bound.classes() + ")",
                published,
                one == null ? null : one.id(),
                ours,
                verdict);
    }
}
