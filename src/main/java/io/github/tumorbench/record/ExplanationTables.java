package io.github.tumorbench.record;

import io.github.tumorbench.record.Explanations.Agreement;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.Explanations.Corrupted;
import io.github.tumorbench.record.Explanations.Neighbour;
import io.github.tumorbench.record.Explanations.Occlusion;
import io.github.tumorbench.record.Explanations.Perturbation;
import io.github.tumorbench.record.Explanations.Randomisation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the tables of one experiment's explanations. */
final class ExplanationTables {
    private static final List<String> MAPS =
            List.of(Explanations.GRADCAM, Explanations.GRADCAM_PLUS_PLUS, Explanations.HIRESCAM);

    private final Path folder;
    private final Vocabulary vocabulary;
    private final List<String> problems;

    /**
     * @param folder the experiment's
     * @param problems where problems are put
     */
    ExplanationTables(Path folder, Vocabulary vocabulary, List<String> problems) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Explanations read() {
        return new Explanations(
                table(RecordLayout.ATTENTION, RecordLayout.ATTENTION_COLUMNS, this::attention),
                table(RecordLayout.OCCLUSION, RecordLayout.OCCLUSION_COLUMNS, this::occlusion),
                table(RecordLayout.AGREEMENT, RecordLayout.AGREEMENT_COLUMNS, this::agreement),
                table(RecordLayout.RANDOMISATION, RecordLayout.RANDOMISATION_COLUMNS, this::randomisation),
                table(RecordLayout.PERTURBATION, RecordLayout.PERTURBATION_COLUMNS, this::perturbation),
                table(RecordLayout.CORRUPTIONS, RecordLayout.CORRUPTIONS_COLUMNS, this::corrupted),
                table(RecordLayout.NEIGHBOURS, RecordLayout.NEIGHBOURS_COLUMNS, this::neighbour));
    }

    private <T> List<T> table(String file, List<String> columns, Function<CsvIn.Row, T> read) {
        return CsvIn.read(folder.resolve(file), columns, problems, read);
    }

    private Attention attention(CsvIn.Row row) {
        String image = vocabulary.image(row);
        Attention attention = new Attention(
                image,
                vocabulary.label(row, image),
                vocabulary.className(row, "predicted"),
                target(row),
                among(row, "method", MAPS, Explanations.CENTRE, Explanations.RANDOM),
                row.flag("zero"),
                row.numberOrNull("outside_head"),
                row.numberOrNull("border"),
                row.flagOrNull("pointing_hit"),
                row.numberOrNull("energy_inside"),
                row.numberOrNull("iou"),
                row.numberOrNull("iou_area"),
                row.numberOrNull("mask_area"));
        unique(row, "file, target and method", image, attention.target(), attention.method());
        return attention;
    }

    private Occlusion occlusion(CsvIn.Row row) {
        Occlusion occlusion = new Occlusion(
                vocabulary.image(row),
                target(row),
                row.integer("rows"),
                row.integer("columns"),
                row.list("map", "numbers separated by spaces", Numbers::parse));
        unique(row, "file and target", occlusion.file(), occlusion.target());
        if (row.clean() && occlusion.map().size() != (long) occlusion.rows() * occlusion.columns()) {
            row.problem("map: expected " + occlusion.rows() + " × " + occlusion.columns() + " values, found "
                    + occlusion.map().size());
        }
        return occlusion;
    }

    private Agreement agreement(CsvIn.Row row) {
        Agreement agreement = new Agreement(
                vocabulary.image(row),
                target(row),
                among(row, "first", MAPS, Explanations.OCCLUSION),
                among(row, "second", MAPS, Explanations.OCCLUSION),
                row.numberOrNull("spearman"));
        unique(
                row,
                "file, target and pair of methods",
                agreement.file(),
                agreement.target(),
                agreement.first(),
                agreement.second());
        return agreement;
    }

    private Randomisation randomisation(CsvIn.Row row) {
        Randomisation randomisation = new Randomisation(
                vocabulary.image(row),
                target(row),
                row.integer("depth"),
                row.text("layer"),
                row.numberOrNull("spearman"));
        unique(
                row,
                "file, target and depth",
                randomisation.file(),
                randomisation.target(),
                String.valueOf(randomisation.depth()));
        return randomisation;
    }

    private Perturbation perturbation(CsvIn.Row row) {
        List<Double> probabilities = new ArrayList<>();
        Perturbation.PERCENT.forEach(
                percent -> probabilities.add(probability(row, RecordLayout.probabilityAt(percent))));
        Perturbation perturbation = new Perturbation(
                vocabulary.image(row),
                target(row),
                among(row, "method", List.of(Explanations.GRADCAM), Explanations.CENTRE, Explanations.SHUFFLED),
                among(row, "mode", List.of(), Explanations.DELETION, Explanations.INSERTION),
                probabilities);
        unique(
                row,
                "file, target, method and mode",
                perturbation.file(),
                perturbation.target(),
                perturbation.method(),
                perturbation.mode());
        return perturbation;
    }

    private Corrupted corrupted(CsvIn.Row row) {
        String image = vocabulary.image(row);
        Corrupted corrupted = new Corrupted(
                image,
                vocabulary.label(row, image),
                row.text("corruption"),
                row.integer("severity"),
                vocabulary.className(row, "predicted"),
                probability(row, "confidence"),
                probability(row, "truth"));
        unique(
                row,
                "file, corruption and severity",
                image,
                corrupted.corruption(),
                String.valueOf(corrupted.severity()));
        return corrupted;
    }

    private Neighbour neighbour(CsvIn.Row row) {
        Neighbour neighbour = new Neighbour(
                vocabulary.image(row),
                row.integer("rank"),
                vocabulary.image(row, "neighbour"),
                vocabulary.className(row, "label"),
                row.number("distance"));
        unique(row, "file and rank", neighbour.file(), String.valueOf(neighbour.rank()));
        return neighbour;
    }

    private String target(CsvIn.Row row) {
        return vocabulary.className(row, "target");
    }

    private static double probability(CsvIn.Row row, String column) {
        double value = row.number(column);
        if (row.clean() && (value < 0 || value > 1)) {
            row.wrong(column, "a number from 0 to 1", Numbers.text(value));
        }
        return value;
    }

    private static String among(CsvIn.Row row, String column, List<String> known, String... others) {
        Set<String> words = new LinkedHashSet<>(known);
        words.addAll(List.of(others));
        return row.among(column, words, "one of " + String.join(", ", words));
    }

    private static void unique(CsvIn.Row row, String what, String... key) {
        row.unique(what, String.join(", ", key));
    }
}
