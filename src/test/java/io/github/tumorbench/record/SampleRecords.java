package io.github.tumorbench.record;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import io.github.tumorbench.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small record that uses every column, every null and names that need quoting. */
final class SampleRecords {
    static final String FIRST = "mobilenetv2-full-official";
    static final String SECOND = "efficientnetb0-frozen-official";
    static final String ODD_NAME = "Testing/no tumour/a, \"b\" ü.jpg";

    private SampleRecords() {}

    static StudyRecord sample(Path folder) {
        Study study = StudyReader.readEmbedded("smoke.yaml").study();
        return new StudyRecord(
                folder,
                run(study),
                execution(),
                manifest(),
                audit(),
                List.of(experiment(FIRST, "MobileNetV2"), experiment(SECOND, "EfficientNetB0")));
    }

    private static Run run(Study study) {
        Run.Provenance provenance = new Run.Provenance(
                "0.1.0",
                "0123456789abcdef0123456789abcdef01234567",
                true,
                "phantom",
                "aa".repeat(32),
                Map.of("b.h5", "bb".repeat(32), "a.h5", "cc".repeat(32)),
                Map.of("tensorflow", "2.18.0"),
                Map.of("split", -4_242_424_242_424_242L, "augmentation", 7L));
        return new Run(
                StudyRecord.SCHEMA_VERSION,
                study,
                StudyJson.digest(study),
                List.of("glioma", "no tumour"),
                provenance,
                List.of(FIRST, SECOND),
                List.of(new Run.LedgerEntry("2026-01-01", "smoke", StudyJson.digest(study), FIRST, 2)));
    }

    private static Execution execution() {
        return new Execution(
                StudyRecord.SCHEMA_VERSION,
                "2026-01-01T10:00:00Z",
                "2026-01-01T10:01:40.5Z",
                new Execution.Host("Linux", "amd64", "Some CPU", 2, 8_589_934_592L, "17.0.15"),
                0,
                List.of(
                        new Execution.Stage("images", null, 1.5, true),
                        new Execution.Stage("train", FIRST, 1e-3, false)),
                List.of(new Execution.Latency(FIRST, 32, 12.25, 2612.2448979591836)));
    }

    private static List<ManifestRow> manifest() {
        return List.of(
                row("Training/glioma/1.jpg", "glioma", "training", "p1", 3, List.of("grey", "resized")),
                row("Training/no tumour/2.jpg", "no tumour", "validation", null, null, List.of()),
                row("Testing/glioma/3.jpg", "glioma", "testing", null, 3, List.of("grey")),
                row(ODD_NAME, "no tumour", "testing", null, null, List.of()),
                row("Testing/glioma/broken.jpg", "glioma", "", null, null, List.of("unreadable")));
    }

    private static ManifestRow row(
            String file, String label, String split, String patient, Integer group, List<String> flags) {
        return new ManifestRow(file, "dd".repeat(32), 48, 64, label, split, patient, group, flags);
    }

    private static Audit audit() {
        return new Audit(
                StudyRecord.SCHEMA_VERSION,
                "phantom",
                "unknown",
                4,
                List.of(
                        new Audit.Finding(
                                "exact-duplicates",
                                "warning",
                                1,
                                1,
                                List.of("Training/glioma/1.jpg", "Testing/glioma/3.jpg"),
                                "One image is there twice."),
                        new Audit.Finding("unreadable", "info", 0, 0, List.of(), "Every image can be read.")),
                List.of("Training/glioma/9.jpg"),
                List.of(),
                List.of(new Audit.ClassStatistics("glioma", 2, 64, 63.5, 0.5, 40.25, 31, 2, 1.5)),
                List.of(new Audit.Probe("border", 2, 0.75, 0.3, 0.95, 0.5, List.of(new Audit.Told("glioma", 1, 0.5)))));
    }

    private static ExperimentRecord experiment(String id, String backbone) {
        Experiment experiment = new Experiment(
                StudyRecord.SCHEMA_VERSION,
                id,
                backbone,
                List.of(),
                "full",
                "official",
                48,
                "fp32",
                1,
                0,
                "out_relu",
                1280,
                2_260_546,
                2_226_434,
                29_000_000L,
                new Experiment.Pretrained("random", null, null, 0, 260, List.of()),
                "all 2 epochs",
                2,
                1,
                1,
                0,
                1,
                2,
                "ee".repeat(32));
        return new ExperimentRecord(
                experiment,
                List.of(new Epoch(1, 1e-3, 0.75, 0.5, 0.1 + 0.2, 1), new Epoch(2, 5e-7, 1.0 / 3, 1, 1e22, 0)),
                predictions(),
                List.of(new Prediction(
                        "Training/no tumour/2.jpg",
                        "no tumour",
                        "no tumour",
                        0.5,
                        List.of(0.5, 0.5),
                        List.of(-1.25, -1.0))),
                List.of(new Projection("Testing/glioma/3.jpg", -12.5, 1e-10, -0.25), new Projection(ODD_NAME, 0, -0.0)),
                cams(),
                explanations());
    }

    private static Explanations explanations() {
        String image = "Testing/glioma/3.jpg";
        return new Explanations(
                List.of(
                        new Explanations.Attention(
                                image,
                                "glioma",
                                "glioma",
                                "glioma",
                                Explanations.GRADCAM_PLUS_PLUS,
                                false,
                                0.125,
                                0.25,
                                true,
                                0.5,
                                0.33333,
                                0.4,
                                0.04688),
                        new Explanations.Attention(
                                ODD_NAME,
                                "no tumour",
                                "glioma",
                                "no tumour",
                                Explanations.GRADCAM,
                                true,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)),
                List.of(new Explanations.Occlusion(image, "glioma", 1, 2, List.of(1.0, 0.5))),
                List.of(
                        new Explanations.Agreement(image, "glioma", Explanations.GRADCAM, Explanations.OCCLUSION, -0.5),
                        new Explanations.Agreement(image, "glioma", Explanations.GRADCAM, Explanations.HIRESCAM, null)),
                List.of(
                        new Explanations.Randomisation(image, "glioma", 0, "head", 0.75),
                        new Explanations.Randomisation(image, "glioma", 1, "block_16_project", null)),
                List.of(new Explanations.Perturbation(
                        image,
                        "glioma",
                        Explanations.SHUFFLED,
                        Explanations.DELETION,
                        List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0))),
                List.of(
                        new Explanations.Corrupted(image, "glioma", Explanations.UNCORRUPTED, 0, "glioma", 0.9, 0.9),
                        new Explanations.Corrupted(image, "glioma", "blur", 5, "no tumour", 0.75, 0.25)),
                List.of(new Explanations.Neighbour(ODD_NAME, 1, "Training/glioma/1.jpg", "glioma", 12.5)));
    }

    private static List<Prediction> predictions() {
        List<Prediction> rows = new ArrayList<>();
        double high = 0.7310585786300049;
        double low = 0.2689414213699951;
        rows.add(new Prediction(
                "Testing/glioma/3.jpg", "glioma", "glioma", high, List.of(high, low), List.of(1.0, 0.0)));
        // An exact tie: the first class is the predicted one.
        rows.add(new Prediction(ODD_NAME, "no tumour", "glioma", 0.5, List.of(0.5, 0.5), List.of(2.5, 2.5)));
        return rows;
    }

    private static List<CamRow> cams() {
        return List.of(
                new CamRow(
                        "Testing/glioma/3.jpg",
                        "glioma",
                        "glioma",
                        0.7310585786300049,
                        "confident-correct",
                        "glioma",
                        false,
                        true,
                        0.625,
                        (double) 0.1f,
                        0.046875,
                        false,
                        2,
                        2,
                        List.of(0.0, 0.25, 1.0, 1e-5),
                        "pictures/3.png",
                        "pictures/3-mask.png"),
                new CamRow(
                        ODD_NAME,
                        "no tumour",
                        "glioma",
                        0.5,
                        "confident-wrong",
                        "glioma",
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        2,
                        List.of(0.0, 0.0),
                        null,
                        null));
    }
}
