package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;

/** The pages of a report in the order of its rail; a page that is not listed here cannot be found. */
final class Navigation {
    private final Report report;
    private final String current;

    private Navigation(Report report, String current) {
        this.report = report;
        this.current = current;
    }

    /** @param current file name of the present page */
    static List<Frame.Link> of(Report report, String current) {
        return new Navigation(report, current).links();
    }

    private List<Frame.Link> links() {
        List<Frame.Link> links = new ArrayList<>();
        links.add(page("Overview", IndexPage.FILE));
        if (report.claims().isPresent()) {
            links.add(page("The study’s claims", ClaimsPage.FILE));
        }
        if (!report.backbones().isEmpty()) {
            links.add(group(
                    "Backbones", report.backbones().stream().map(this::backbone).toList()));
        }
        links.add(page("Comparison", ComparisonPage.FILE));
        if (!report.analysis().sizes().isEmpty()) {
            links.add(page("Learning from size", SizePage.FILE));
        }
        links.add(page("Data", DataPage.FILE));
        links.add(page("Datasheet", TextPage.DATASHEET));
        links.add(page("Reliability", ReliabilityPage.FILE));
        links.add(page("Explanations", ExplanationsPage.FILE));
        links.add(page("Methods", MethodsPage.FILE));
        links.add(page("Ethics and governance", TextPage.GOVERNANCE));
        links.add(page("Cite", CitePage.FILE));
        return links;
    }

    /** Its experiments are shown while one reads about it. */
    private Frame.Link backbone(BackboneGroup group) {
        List<Frame.Link> experiments = group.experiments().stream()
                .map(one -> page(group.shortName(one), Report.fileOf(one.id())))
                .toList();
        boolean here = current.equals(group.file());
        boolean below = experiments.stream().anyMatch(Frame.Link::current);
        return new Frame.Link(group.name(), group.file(), here, here || below, experiments);
    }

    private Frame.Link page(String label, String file) {
        return new Frame.Link(label, file, file.equals(current), false, List.of());
    }

    private static Frame.Link group(String label, List<Frame.Link> links) {
        return new Frame.Link(label, null, false, true, links);
    }
}
