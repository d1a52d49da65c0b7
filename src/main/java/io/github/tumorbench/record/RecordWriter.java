package io.github.tumorbench.record;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.ExperimentRecord.RefitEpoch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes a record's JSON and CSV files; pictures are put beside them by whoever makes them. The same record gives the
 * same bytes, on every machine and JDK; every number reads back exactly (see {@link RecordReader}).
 */
public final class RecordWriter {
    private final Path folder;

    private RecordWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files.
     *
     * @param folder an existing folder; files of the same names are overwritten. Give one of {@link AtomicFolder}'s, so
     *     that nothing half-written is left after a failure
     * @throws io.github.tumorbench.study.InputException if the folder cannot be written
     * @throws IllegalArgumentException if a number is NaN or infinite, or a prediction has not one probability and one
     *     logit for each class: a fault of the program
     */
    public static void write(StudyRecord record, Path folder) {
        RecordWriter writer = new RecordWriter(folder);
        writer.json(RecordLayout.RUN, record.run());
        writer.json(RecordLayout.EXECUTION, record.execution());
        writer.table(RecordLayout.MANIFEST, RecordLayout.MANIFEST_COLUMNS, record.manifest(), RecordWriter::manifest);
        writer.json(RecordLayout.AUDIT, record.audit());
        for (ExperimentRecord experiment : record.experiments()) {
            writer.experiment(experiment, record.run().classes());
        }
    }

    private void experiment(ExperimentRecord record, List<String> classes) {
        String id = record.experiment().id();
        List<String> predictionColumns = RecordLayout.predictionColumns(classes);
        json(RecordLayout.of(id, RecordLayout.EXPERIMENT), record.experiment());
        table(
                RecordLayout.of(id, RecordLayout.HISTORY),
                RecordLayout.HISTORY_COLUMNS,
                record.history(),
                RecordWriter::epoch);
        if (!record.refit().isEmpty()) {
            table(
                    RecordLayout.of(id, RecordLayout.REFIT),
                    RecordLayout.REFIT_COLUMNS,
                    record.refit(),
                    RecordWriter::refitEpoch);
        }
        table(
                RecordLayout.of(id, RecordLayout.PREDICTIONS),
                predictionColumns,
                record.predictions(),
                RecordWriter::prediction);
        table(
                RecordLayout.of(id, RecordLayout.VALIDATION),
                predictionColumns,
                record.validation(),
                RecordWriter::prediction);
        table(
                RecordLayout.of(id, RecordLayout.PROJECTION),
                RecordLayout.PROJECTION_COLUMNS,
                record.projection(),
                RecordWriter::projection);
        table(
                RecordLayout.of(id, RecordLayout.GRADCAM),
                RecordLayout.GRADCAM_COLUMNS,
                record.gradcam(),
                RecordWriter::cam);
        explanations(id, record.explanations());
    }

    private void explanations(String id, Explanations all) {
        table(
                RecordLayout.of(id, RecordLayout.ATTENTION),
                RecordLayout.ATTENTION_COLUMNS,
                all.attention(),
                ExplanationRows::attention);
        table(
                RecordLayout.of(id, RecordLayout.OCCLUSION),
                RecordLayout.OCCLUSION_COLUMNS,
                all.occlusion(),
                ExplanationRows::occlusion);
        table(
                RecordLayout.of(id, RecordLayout.AGREEMENT),
                RecordLayout.AGREEMENT_COLUMNS,
                all.agreement(),
                ExplanationRows::agreement);
        table(
                RecordLayout.of(id, RecordLayout.RANDOMISATION),
                RecordLayout.RANDOMISATION_COLUMNS,
                all.randomisation(),
                ExplanationRows::randomisation);
        table(
                RecordLayout.of(id, RecordLayout.PERTURBATION),
                RecordLayout.PERTURBATION_COLUMNS,
                all.perturbation(),
                ExplanationRows::perturbation);
        table(
                RecordLayout.of(id, RecordLayout.CORRUPTIONS),
                RecordLayout.CORRUPTIONS_COLUMNS,
                all.corruptions(),
                ExplanationRows::corrupted);
        table(
                RecordLayout.of(id, RecordLayout.NEIGHBOURS),
                RecordLayout.NEIGHBOURS_COLUMNS,
                all.neighbours(),
                ExplanationRows::neighbour);
    }

    private static void manifest(ManifestRow row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.sha256())
                .text(row.width())
                .text(row.height())
                .text(row.label())
                .text(row.split())
                .text(row.patient())
                .text(row.duplicateGroup())
                .text(row.flags().isEmpty() ? null : String.join(" ", row.flags()));
    }

    private static void epoch(Epoch row, CsvOut.Cells cells) {
        cells.text(row.epoch())
                .number(row.learningRate())
                .number(row.trainLoss())
                .number(row.trainAccuracy())
                .number(row.valLoss())
                .number(row.valAccuracy());
    }

    private static void refitEpoch(RefitEpoch row, CsvOut.Cells cells) {
        cells.text(row.epoch())
                .number(row.learningRate())
                .number(row.trainLoss())
                .number(row.trainAccuracy());
    }

    private static void prediction(Prediction row, CsvOut.Cells cells) {
        if (row.probabilities().size() != row.logits().size()) {
            throw new IllegalArgumentException("expected as many logits as probabilities");
        }
        cells.text(row.file())
                .text(row.label())
                .text(row.predicted())
                .number(row.confidence())
                .numbers(row.probabilities())
                .numbers(row.logits());
    }

    private static void projection(Projection row, CsvOut.Cells cells) {
        cells.text(row.file()).number(row.x()).number(row.y()).numberOrNull(row.silhouette());
    }

    private static void cam(CamRow row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.label())
                .text(row.predicted())
                .number(row.confidence())
                .text(row.rule())
                .text(row.target())
                .text(row.zero())
                .text(row.pointingHit())
                .numberOrNull(row.energyInside())
                .numberOrNull(row.iou())
                .numberOrNull(row.maskArea())
                .text(row.centreHit())
                .text(row.rows())
                .text(row.columns())
                .text(ExplanationRows.map(row.map(), row.rows(), row.columns()))
                .text(row.picture())
                .text(row.outline());
    }

    private void json(String file, Object value) {
        try {
            Io.write(folder.resolve(file), RecordJson.bytes(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private <T> void table(String file, List<String> columns, List<T> rows, BiConsumer<T, CsvOut.Cells> fill) {
        try {
            Io.write(folder.resolve(file), CsvOut.bytes(columns, rows, fill));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
