package io.github.tumorbench.press.site;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import io.github.tumorbench.study.StudyReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Records as the lab writes them, made up from a seed: three experiments, 120 test images, pictures and masks. */
final class TestRecords {
    static final List<String> CLASSES = List.of("glioma", "meningioma", "notumor", "pituitary");

    /** How the record departs from the usual one. */
    record Shape(
            List<String> classes,
            List<String> backbones,
            boolean maps,
            boolean pictures,
            boolean masks,
            boolean measured,
            boolean patients,
            int absent,
            int unpredicted) {
        static Shape usual() {
            return new Shape(
                    CLASSES, List.of("MobileNetV2", "ResNet50", "EfficientNetB0"), true, true, true, true, false, -1, -1);
        }

        Shape withClasses(List<String> names) {
            return new Shape(names, backbones, maps, pictures, masks, measured, patients, absent, unpredicted);
        }

        Shape withBackbones(List<String> names) {
            return new Shape(classes, names, maps, pictures, masks, measured, patients, absent, unpredicted);
        }

        Shape withoutMaps() {
            return new Shape(classes, backbones, false, pictures, masks, measured, patients, absent, unpredicted);
        }

        Shape withoutPictures() {
            return new Shape(classes, backbones, maps, false, false, measured, patients, absent, unpredicted);
        }

        /** As of schema 1: maps of a few images and nothing else. */
        Shape withoutMeasurements() {
            return new Shape(classes, backbones, maps, pictures, masks, false, patients, absent, unpredicted);
        }

        Shape withPatients() {
            return new Shape(classes, backbones, maps, pictures, masks, measured, true, absent, unpredicted);
        }

        Shape withoutMasks() {
            return new Shape(classes, backbones, maps, pictures, false, measured, patients, absent, unpredicted);
        }

        Shape withoutTestImagesOf(int label) {
            return new Shape(classes, backbones, maps, pictures, masks, measured, patients, label, unpredicted);
        }

        /** No network ever names the class with this index. */
        Shape withoutPredictionsOf(int label) {
            return new Shape(classes, backbones, maps, pictures, masks, measured, patients, absent, label);
        }
    }

    private static final int PER_CLASS = 30;
    private static final int SIZE = 96;

    private final Shape shape;
    private final Path folder;
    private final Random random = new Random(7);

    private TestRecords(Shape shape, Path folder) {
        this.shape = shape;
        this.folder = folder;
    }

    /** Writes a record into {@code folder} and reads it back. */
    static StudyRecord write(Shape shape, Path folder) throws IOException {
        Files.createDirectories(folder);
        RecordWriter.write(new TestRecords(shape, folder).record(), folder);
        return RecordReader.read(folder);
    }

    private StudyRecord record() throws IOException {
        Study study = StudyReader.readEmbedded("demo.yaml").study();
        List<ManifestRow> manifest = manifest();
        List<ExperimentRecord> experiments = new ArrayList<>();
        for (String backbone : shape.backbones()) {
            experiments.add(experiment(backbone, manifest));
        }
        List<String> ids =
                experiments.stream().map(one -> one.experiment().id()).toList();
        return new StudyRecord(folder, run(study, ids), execution(ids), manifest, audit(manifest), experiments);
    }

    private Run run(Study study, List<String> ids) {
        Run.Provenance provenance = new Run.Provenance(
                "0.1.0",
                "0123456789abcdef0123456789abcdef01234567",
                true,
                "phantom",
                "aa".repeat(32),
                Map.of("mobilenet_v2.h5", "bb".repeat(32)),
                Map.of("ai.djl", "0.36.0", "tensorflow", "2.18.0"),
                Map.of("images", 42L, "split", -7L));
        String digest = StudyJson.digest(study);
        List<Run.LedgerEntry> ledger = ids.stream()
                .map(id -> new Run.LedgerEntry("2026-01-01", study.study(), digest, id, 120))
                .toList();
        return new Run(StudyRecord.SCHEMA_VERSION, study, digest, shape.classes(), provenance, ids, ledger);
    }

    private static Execution execution(List<String> ids) {
        List<Execution.Stage> stages = new ArrayList<>();
        stages.add(new Execution.Stage("images", null, 1.5, true));
        List<Execution.Latency> latencies = new ArrayList<>();
        for (String id : ids) {
            stages.add(new Execution.Stage("training", id, 123.4, false));
            latencies.add(new Execution.Latency(id, 1, 12.25, 81.6));
            latencies.add(new Execution.Latency(id, 32, 300.5, 106.5));
        }
        Execution.Host host = new Execution.Host("Linux 6", "amd64", "Some CPU", 2, 8_589_934_592L, "17.0.15");
        return new Execution(
                StudyRecord.SCHEMA_VERSION,
                "2026-01-01T10:00:00Z",
                "2026-01-01T10:06:40Z",
                host,
                2_500_000_000L,
                stages,
                latencies);
    }

    private List<ManifestRow> manifest() {
        List<ManifestRow> rows = new ArrayList<>();
        for (String split : List.of("training", "validation", "testing")) {
            int perClass = split.equals("training") ? 60 : split.equals("validation") ? 10 : PER_CLASS;
            for (int label = 0; label < shape.classes().size(); label++) {
                for (int i = 0; i < perClass && !(split.equals("testing") && label == shape.absent()); i++) {
                    String name = shape.classes().get(label);
                    String file = "%s/%s/%04d.png".formatted(split, name.replaceAll("[^a-z]", "-"), i);
                    rows.add(new ManifestRow(
                            file, "dd".repeat(32), SIZE, SIZE, name, split, patient(name, i), null, List.of()));
                }
            }
        }
        return rows;
    }

    /** Three images of each patient; none is known of images without a tumour. */
    private String patient(String label, int image) {
        return shape.patients() && !label.equals("notumor") ? "P-" + label + "-" + image / 3 : null;
    }

    private Audit audit(List<ManifestRow> manifest) {
        List<String> some = manifest.stream().limit(90).map(ManifestRow::file).toList();
        return new Audit(
                StudyRecord.SCHEMA_VERSION,
                "phantom",
                "unknown",
                manifest.size(),
                List.of(
                        new Audit.Finding(
                                "exact-duplicates", "info", 0, 0, List.of(), "No two images have the same pixels."),
                        new Audit.Finding(
                                "near-duplicates", "warning", 90, 45, some, "90 images look much like another one."),
                        new Audit.Finding(
                                "cross-split-exact",
                                "serious",
                                1,
                                1,
                                List.of("testing/<script>alert(1)</script>.png"),
                                "One test image has an identical copy among the training images.")));
    }

    private ExperimentRecord experiment(String backbone, List<ManifestRow> manifest) throws IOException {
        String id = backbone.toLowerCase(Locale.ROOT) + "-full-official";
        double strength = 1.6 + 0.4 * shape.backbones().indexOf(backbone);
        List<Prediction> test = predictions(manifest, "testing", strength);
        List<Projection> projection = test.stream()
                .map(one -> new Projection(
                        one.file(),
                        20 * Math.cos(1.6 * shape.classes().indexOf(one.label())) + 6 * random.nextGaussian(),
                        20 * Math.sin(1.6 * shape.classes().indexOf(one.label())) + 6 * random.nextGaussian(),
                        shape.measured() ? Math.max(-1, Math.min(1, 0.4 + 0.3 * random.nextGaussian())) : null))
                .toList();
        return new ExperimentRecord(
                facts(id, backbone, test.size()),
                history(),
                test,
                predictions(manifest, "validation", strength),
                projection,
                shape.maps() ? maps(id, test) : List.of(),
                shape.measured() ? measured(backbone, manifest, test) : Explanations.EMPTY);
    }

    private Explanations measured(String backbone, List<ManifestRow> manifest, List<Prediction> test) {
        List<ManifestRow> training =
                manifest.stream().filter(row -> row.split().equals("training")).toList();
        return TestExplanations.of(shape.backbones().indexOf(backbone), shape.classes(), shape.masks(), test, training);
    }

    private Experiment facts(String id, String backbone, int images) {
        boolean random = !backbone.equals("ResNet50");
        Experiment.Pretrained pretrained = random
                ? new Experiment.Pretrained("random", null, null, 0, 260, List.of())
                : new Experiment.Pretrained(
                        "file", "resnet50.h5", "cc".repeat(32), 316, 318, List.of("conv5/kernel", "conv5/bias"));
        return new Experiment(
                StudyRecord.SCHEMA_VERSION,
                id,
                backbone,
                List.of(),
                "full",
                "official",
                SIZE,
                "fp32",
                1,
                0,
                "out_relu",
                1280,
                2_263_108,
                2_228_996,
                112_000_000L,
                pretrained,
                "all 12 epochs",
                12,
                10,
                60 * shape.classes().size(),
                0,
                10 * shape.classes().size(),
                images,
                "ee".repeat(32));
    }

    private List<Epoch> history() {
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 12; epoch++) {
            double fall = Math.exp(-epoch / 3.0);
            epochs.add(new Epoch(
                    epoch,
                    1e-3 * (1 + Math.sin(epoch / 4.0)),
                    0.2 + fall,
                    0.95 - 0.5 * fall,
                    0.3 + fall + 0.02 * random.nextDouble(),
                    0.92 - 0.4 * fall));
        }
        return epochs;
    }

    private List<Prediction> predictions(List<ManifestRow> manifest, String split, double strength) {
        List<Prediction> rows = new ArrayList<>();
        for (ManifestRow row : manifest) {
            if (row.split().equals(split)) {
                double[] logits = new double[shape.classes().size()];
                for (int i = 0; i < logits.length; i++) {
                    logits[i] = random.nextGaussian() + (shape.classes().get(i).equals(row.label()) ? strength : 0);
                }
                if (shape.unpredicted() >= 0) {
                    logits[shape.unpredicted()] = -9;
                }
                rows.add(prediction(row, logits));
            }
        }
        return rows;
    }

    private Prediction prediction(ManifestRow row, double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        List<Double> probabilities =
                Arrays.stream(logits).map(one -> Math.exp(one) / sum).boxed().toList();
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return new Prediction(
                row.file(),
                row.label(),
                shape.classes().get(best),
                probabilities.get(best),
                probabilities,
                Arrays.stream(logits).boxed().toList());
    }

    private List<CamRow> maps(String id, List<Prediction> test) throws IOException {
        List<CamRow> rows = new ArrayList<>();
        for (int i = 0; i < test.size(); i += 9) {
            Prediction one = test.get(i);
            String rule = i % 4 == 1
                    ? "shared"
                    : !one.correct() ? "confident-wrong" : i % 2 == 0 ? "confident-correct" : "unsure-correct";
            boolean tumour = shape.masks() && !one.label().equals("notumor");
            String picture = shape.pictures() ? "pictures/%05d.png".formatted(i) : null;
            String outline = tumour && shape.pictures() ? "pictures/%05d.mask.png".formatted(i) : null;
            if (picture != null) {
                draw(id, picture, 40 + i % 30, false);
            }
            if (outline != null) {
                draw(id, outline, 40 + i % 30, true);
            }
            List<Double> map = new ArrayList<>();
            for (int cell = 0; cell < 9; cell++) {
                map.add(cell == i % 9 ? 1.0 : random.nextInt(50) / 100.0);
            }
            rows.add(new CamRow(
                    one.file(),
                    one.label(),
                    one.predicted(),
                    one.confidence(),
                    rule,
                    one.predicted(),
                    false,
                    tumour ? i % 2 == 0 : null,
                    tumour ? 0.3 : null,
                    tumour ? 0.2 : null,
                    tumour ? 0.05 : null,
                    tumour ? i % 3 == 0 : null,
                    3,
                    3,
                    map,
                    picture,
                    outline));
        }
        return rows;
    }

    /** A disc of tissue with a bright spot, or the spot alone. */
    private void draw(String id, String name, int spot, boolean mask) throws IOException {
        BufferedImage image =
                new BufferedImage(SIZE, SIZE, mask ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean lesion = Math.hypot(x - spot, y - 40.0) < 10;
                boolean head = Math.hypot(x - 48.0, y - 48.0) < 42;
                int level = mask ? (lesion ? 1 : 0) : lesion ? 210 : head ? 90 + (x * y) % 30 : 4;
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        Path file = folder.resolve("experiments").resolve(id).resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
