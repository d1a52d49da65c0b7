package io.github.tumorbench.record;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.ExperimentRecord.RefitEpoch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the tables of one experiment and holds them against the classes and the manifest. */
final class ExperimentTables {
    /** How far a row of probabilities, computed in single precision, may sum from 1. */
    private static final double SUM_TOLERANCE = 1e-4;
    /** How far the confidence may lie from the predicted class's probability, and that one below the highest. */
    private static final double TOLERANCE = 1e-6;

    private final Path folder;
    private final List<String> classes;
    private final Vocabulary vocabulary;
    private final List<String> problems;

    /**
     * @param folder the experiment's
     * @param problems where problems are put
     */
    ExperimentTables(Path folder, List<String> classes, Vocabulary vocabulary, List<String> problems) {
        this.folder = folder;
        this.classes = classes;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    List<Epoch> history() {
        return CsvIn.read(folder.resolve(RecordLayout.HISTORY), RecordLayout.HISTORY_COLUMNS, problems, row -> {
            row.unique("epoch", row.text("epoch"));
            return new Epoch(
                    row.integer("epoch"),
                    row.number("learning_rate"),
                    row.number("train_loss"),
                    row.number("train_accuracy"),
                    row.number("val_loss"),
                    row.number("val_accuracy"));
        });
    }

    /** Empty where there is no such file: nothing learnt again. */
    List<RefitEpoch> refit() {
        Path file = folder.resolve(RecordLayout.REFIT);
        if (!Files.exists(file)) {
            return List.of();
        }
        return CsvIn.read(file, RecordLayout.REFIT_COLUMNS, problems, row -> {
            row.unique("epoch", row.text("epoch"));
            return new RefitEpoch(
                    row.integer("epoch"),
                    row.number("learning_rate"),
                    row.number("train_loss"),
                    row.number("train_accuracy"));
        });
    }

    /** {@code predictions.csv} or {@code validation.csv}. */
    List<Prediction> predictions(String file) {
        List<String> columns = RecordLayout.predictionColumns(classes);
        return CsvIn.read(folder.resolve(file), columns, problems, row -> {
            String image = vocabulary.image(row);
            row.unique("file", image);
            Prediction prediction = new Prediction(
                    image,
                    vocabulary.label(row, image),
                    vocabulary.className(row, "predicted"),
                    row.number("confidence"),
                    numbers(row, columns.subList(4, 4 + classes.size())),
                    numbers(row, columns.subList(4 + classes.size(), columns.size())));
            if (row.clean()) {
                check(row, prediction);
            }
            return prediction;
        });
    }

    /** @param version of the record's schema; silhouettes came with 2 */
    List<Projection> projection(int version) {
        List<String> columns = version < 2 ? RecordLayout.PROJECTION_COLUMNS_BEFORE_2 : RecordLayout.PROJECTION_COLUMNS;
        return CsvIn.read(folder.resolve(RecordLayout.PROJECTION), columns, problems, row -> {
            String image = vocabulary.image(row);
            row.unique("file", image);
            Double silhouette = version < 2 ? null : row.numberOrNull("silhouette");
            return new Projection(image, row.number("x"), row.number("y"), silhouette);
        });
    }

    List<CamRow> gradcam() {
        return CsvIn.read(folder.resolve(RecordLayout.GRADCAM), RecordLayout.GRADCAM_COLUMNS, problems, row -> {
            CamRow cam = cam(row);
            row.unique("file, rule and target", cam.file() + ", " + cam.rule() + ", " + cam.target());
            if (row.clean() && cam.map().size() != (long) cam.rows() * cam.columns()) {
                row.problem("map: expected " + cam.rows() + " × " + cam.columns() + " values, found "
                        + cam.map().size());
            }
            return cam;
        });
    }

    private CamRow cam(CsvIn.Row row) {
        String image = vocabulary.image(row);
        return new CamRow(
                image,
                vocabulary.label(row, image),
                vocabulary.className(row, "predicted"),
                row.number("confidence"),
                row.text("rule"),
                vocabulary.className(row, "target"),
                row.flag("zero"),
                row.flagOrNull("pointing_hit"),
                row.numberOrNull("energy_inside"),
                row.numberOrNull("iou"),
                row.numberOrNull("mask_area"),
                row.flagOrNull("centre_hit"),
                row.integer("rows"),
                row.integer("columns"),
                row.list("map", "numbers separated by spaces", Numbers::parse),
                inside(row, "picture"),
                inside(row, "outline"));
    }

    /** A path that stays within the experiment's folder. */
    private static String inside(CsvIn.Row row, String column) {
        String path = row.textOrNull(column);
        boolean climbs = path != null
                && (path.startsWith("/")
                        || path.contains("\\")
                        || path.contains(":")
                        || List.of(path.split("/", -1)).contains(".."));
        if (climbs) {
            row.wrong(column, "a path within the experiment's folder", path);
        }
        return path;
    }

    private static List<Double> numbers(CsvIn.Row row, List<String> columns) {
        List<Double> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.number(column)));
        return values;
    }

    private void check(CsvIn.Row row, Prediction prediction) {
        List<Double> probabilities = prediction.probabilities();
        for (int i = 0; i < classes.size(); i++) {
            double value = probabilities.get(i);
            if (value < 0 || value > 1) {
                row.wrong(RecordLayout.probability(classes.get(i)), "a number from 0 to 1", Numbers.text(value));
                return;
            }
        }
        double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            row.problem("expected probabilities that sum to 1, found the sum " + Numbers.text(sum));
            return;
        }
        List<Double> logits = prediction.logits();
        String highest = classes.get(logits.indexOf(Collections.max(logits)));
        double probability = probabilities.get(classes.indexOf(prediction.predicted()));
        if (!prediction.predicted().equals(highest)) {
            row.wrong("predicted", highest + ", which has the highest logit", prediction.predicted());
        } else if (probability < Collections.max(probabilities) - TOLERANCE) {
            String likeliest = classes.get(probabilities.indexOf(Collections.max(probabilities)));
            row.wrong("predicted", likeliest + ", which has the highest probability", prediction.predicted());
        } else if (Math.abs(prediction.confidence() - probability) > TOLERANCE) {
            row.wrong(
                    "confidence",
                    RecordLayout.probability(highest) + ", which is " + Numbers.text(probability),
                    Numbers.text(prediction.confidence()));
        }
    }
}
