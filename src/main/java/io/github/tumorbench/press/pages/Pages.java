package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Claims;
import java.util.ArrayList;
import java.util.List;

/** Every page of a report. */
public final class Pages {
    private Pages() {}

    /** The pages in the order of the navigation. */
    public static List<Page> of(Report report, Pictures pictures) {
        List<Page> pages = new ArrayList<>();
        Claims claims = report.phantom() ? null : Claims.of(report.record(), report.analysis());
        pages.add(IndexPage.of(report, claims));
        pages.add(ComparisonPage.of(report));
        pages.add(ReliabilityPage.of(report));
        pages.add(ExplanationsPage.of(report, pictures));
        if (!report.analysis().sizes().isEmpty()) {
            pages.add(SizePage.of(report));
        }
        if (claims != null) {
            pages.add(ClaimsPage.of(report, claims));
        }
        pages.addAll(report.analysis().experiments().parallelStream()
                .map(one -> ExperimentPage.of(report, one, pictures))
                .toList());
        pages.add(DataPage.of(report));
        pages.add(MethodsPage.of(report, pictures));
        pages.add(CardsPage.of(report));
        return pages;
    }
}
