package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.pages.IndexPage.Detail;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader should not conclude, each with the reason in this record. */
final class Cautions {
    private Cautions() {}

    static List<Detail> of(Report report) {
        List<Detail> cautions = new ArrayList<>();
        cautions.add(
                report.phantom()
                        ? new Detail(
                                "That any of this holds for a scan of a person: the images were drawn by a program.",
                                "Datasheet",
                                TextPage.DATASHEET)
                        : new Detail(
                                "That a network is ready for patients: single slices of four kinds were judged, from one collection, without any other hospital’s images and without a clinician.",
                                "Intended use",
                                TextPage.GOVERNANCE));
        warning(report).ifPresent(cautions::add);
        if (!report.phantom()
                && report.record().run().study().protocols().stream()
                        .noneMatch(protocol -> protocol.name() == Protocol.Name.PATIENT_DISJOINT)) {
            cautions.add(new Detail(
                    "That new patients would be told apart as well: no protocol of this study keeps patients apart.",
                    "Protocols",
                    DataPage.FILE + "#protocols"));
        }
        apart(report).ifPresent(cautions::add);
        cautions.add(new Detail(
                "That a small difference would survive another training: each network was trained once, from one seed, and the intervals speak of the test images alone.",
                "Seeds",
                MethodsPage.FILE + "#provenance"));
        cautions.add(new Detail(
                "That a map of attention shows disease: it marks what the network used, whether or not the answer is right.",
                "Conventions",
                MethodsPage.FILE + "#conventions"));
        return cautions;
    }

    /** What is seriously wrong with the data belongs beside the answer: the first finding, and how many more there are. */
    private static Optional<Detail> warning(Report report) {
        List<Audit.Finding> serious = report.record().audit().findings().stream()
                .filter(finding -> finding.severity().equals("serious") && finding.count() > 0)
                .toList();
        if (serious.isEmpty()) {
            return Optional.empty();
        }
        int more = serious.size() - 1;
        return Optional.of(new Detail(
                "That accuracy here is accuracy on new images. "
                        + Format.sentence(serious.get(0).sentence())
                        + (more == 0
                                ? ""
                                : " The audit has "
                                        + Format.counted(more, "more serious finding.", "more serious findings.")),
                "Audit",
                DataPage.FILE + "#audit"));
    }

    private static Optional<Detail> apart(Report report) {
        long pairs = 0;
        long alike = 0;
        for (Family family : report.analysis().families()) {
            pairs += family.pairs().size();
            alike += family.pairs().stream().filter(pair -> !pair.different()).count();
        }
        return alike == 0
                ? Optional.empty()
                : Optional.of(new Detail(
                        "That experiments which cannot be told apart are equal: %s of %s pairs differ by less than these images can show."
                                .formatted(Format.count(alike), Format.count(pairs)),
                        "Comparison",
                        ComparisonPage.FILE));
    }
}
