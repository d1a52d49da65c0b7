package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.claims.CheckedClaim;
import io.github.tumorbench.press.analysis.claims.CheckedFigure;
import io.github.tumorbench.press.analysis.claims.Claims;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.List;

/**
 * What the reproduced study reports and claims, beside what this record shows; only for real images.
 *
 * @param summary in a sentence
 */
public record ClaimsPage(Frame frame, String summary, List<ClaimView> claims, Table figures) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "claims.html";

    public ClaimsPage {
        claims = List.copyOf(claims);
    }

    /**
     * A claim.
     *
     * @param marker a sign for the verdict
     * @param level {@code right}, {@code wrong} or {@code open}
     */
    public record ClaimView(
            String number, String claim, String marker, String verdict, String level, String shown, String rule) {
        static ClaimView of(CheckedClaim one) {
            return new ClaimView(
                    one.number(),
                    one.claim(),
                    ClaimsPage.marker(one.verdict()),
                    one.verdict().words(),
                    switch (one.verdict()) {
                        case HELD -> "right";
                        case DID_NOT_HOLD -> "wrong";
                        case CANNOT_BE_TOLD -> "open";
                    },
                    Format.sentence(one.shown()),
                    Format.sentence(one.rule()));
        }
    }

    static ClaimsPage of(Report report, Claims claims) {
        return new ClaimsPage(
                report.frame("The study’s claims", FILE),
                claims.sentence(),
                claims.claims().stream().map(ClaimView::of).toList(),
                new Table(
                        "Figures of the study beside ours, with 95 % intervals",
                        Table.columns("Network", "Quantity", "#Reported", "#Ours", "Verdict", "Interval"),
                        claims.figures().stream().map(ClaimsPage::row).toList()));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "claims";
    }

    private static String marker(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "✓";
            case DID_NOT_HOLD -> "✗";
            case CANNOT_BE_TOLD -> "?";
        };
    }

    private static List<Cell> row(CheckedFigure one) {
        Estimate ours = one.ours();
        return List.of(
                one.experiment() == null
                        ? Cell.head(one.network())
                        : Cell.head(one.network(), Report.fileOf(one.experiment())),
                Cell.text(one.quantity()),
                Cell.number(one.published()),
                Cell.number(
                        ours == null ? Format.UNDEFINED : Format.decimal(ours.value(), 3),
                        ours == null ? "" : Format.interval(ours)),
                Cell.text(marker(one.verdict()) + " " + one.verdict().words()),
                Cell.text(ours == null || ours.method() == null ? "the record has no such experiment" : ours.method()));
    }
}
