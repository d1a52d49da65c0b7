package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every page of a report. */
public final class Pages {
    private Pages() {}

    /** The pages in the order of the navigation. */
    public static List<Page> of(Report report, Pictures pictures) {
        List<Supplier<Page>> pages = new ArrayList<>();
        pages.add(() -> IndexPage.of(report));
        pages.add(() -> ComparisonPage.of(report));
        pages.add(() -> ReliabilityPage.of(report));
        pages.add(() -> ExplanationsPage.of(report, pictures));
        if (!report.analysis().sizes().isEmpty()) {
            pages.add(() -> SizePage.of(report));
        }
        report.claims().ifPresent(claims -> pages.add(() -> ClaimsPage.of(report, claims)));
        report.backbones().forEach(group -> pages.add(() -> BackbonePage.of(report, group)));
        report.analysis().experiments().forEach(one -> pages.add(() -> ExperimentPage.of(report, one, pictures)));
        pages.add(() -> DataPage.of(report));
        pages.add(() -> MethodsPage.of(report, pictures));
        pages.add(() -> TextPage.datasheet(report));
        pages.add(() -> TextPage.governance(report));
        return pages.parallelStream().map(Supplier::get).toList();
    }
}
