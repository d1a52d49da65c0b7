package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.DatasetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** The definition lists of the data page. */
final class DataTerms {
    private DataTerms() {}

    static List<Term> facts(StudyRecord record) {
        var run = record.run();
        List<ManifestRow> manifest = record.manifest();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Name", run.provenance().dataset()));
        terms.add(Term.of("Edition", edition(record.audit().edition())));
        terms.add(Term.of("Images", Format.count(manifest.size())));
        terms.add(Term.of("Classes", String.join(", ", run.classes())));
        terms.add(Term.of("Patients", patients(manifest)));
        terms.add(Term.of(
                "Images shown on these pages",
                run.study().dataset().publishImages() ? "yes" : "no, only maps and numbers"));
        terms.add(Term.code("SHA-256 of the dataset", run.provenance().datasetDigest()));
        return terms;
    }

    static String edition(String edition) {
        return switch (edition) {
            case "unknown" -> "not one that is known";
            case "phantom" -> "generated from the seed";
            default -> edition;
        };
    }

    static String patients(List<ManifestRow> manifest) {
        List<String> known = manifest.stream()
                .map(ManifestRow::patient)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? "not known for any image"
                : "%s, known for %s"
                        .formatted(
                                Format.counted(known.stream().distinct().count(), "patient", "patients"),
                                Format.counted(known.size(), "image", "images"));
    }

    static List<Term> shape(List<ManifestRow> manifest) {
        List<ManifestRow> readable =
                manifest.stream().filter(DataTables::readable).toList();
        return List.of(
                Term.of("Width", range(readable, ManifestRow::width)),
                Term.of("Height", range(readable, ManifestRow::height)));
    }

    private static String range(List<ManifestRow> rows, ToIntFunction<ManifestRow> side) {
        var statistics = rows.stream().mapToInt(side).summaryStatistics();
        if (statistics.getCount() == 0) {
            return Format.UNDEFINED;
        }
        return statistics.getMin() == statistics.getMax()
                ? Format.count(statistics.getMin()) + " pixels"
                : Format.count(statistics.getMin()) + " to " + Format.count(statistics.getMax()) + " pixels";
    }

    static List<Term> division(StudyRecord record) {
        var study = record.run().study();
        DatasetSpec dataset = study.dataset();
        String test = dataset.source() == DatasetSpec.Source.PHANTOM
                ? "Drawn apart from the training images, from other numbers of the same seed."
                : "The dataset’s own test images. Where it has no split of its own, %s of each class."
                        .formatted(Format.percent(dataset.testFraction()));
        String validation =
                "%s of each class’s training images. They choose the epoch whose weights are kept and are never trained on."
                        .formatted(Format.percent(study.validation().fraction()));
        return List.of(
                Term.of("Test images", test),
                Term.of("Validation images", validation),
                Term.of(
                        "Draw",
                        "Images are ordered by a digest of the study’s seed and their path, and whole families are set aside so that each class keeps its share: images that a patient, a slice, exact or near copies connect always stay together."),
                Term.of("Seed", Long.toString(study.seed())));
    }
}
