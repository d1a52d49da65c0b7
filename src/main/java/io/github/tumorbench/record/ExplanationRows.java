package io.github.tumorbench.record;

import io.github.tumorbench.record.Explanations.Agreement;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.Explanations.Corrupted;
import io.github.tumorbench.record.Explanations.Neighbour;
import io.github.tumorbench.record.Explanations.Occlusion;
import io.github.tumorbench.record.Explanations.Perturbation;
import io.github.tumorbench.record.Explanations.Randomisation;
import java.util.List;

/** Cells of the rows of one experiment's explanations. */
final class ExplanationRows {
    private ExplanationRows() {}

    static void attention(Attention row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.label())
                .text(row.predicted())
                .text(row.target())
                .text(row.method())
                .text(row.zero())
                .numberOrNull(row.outsideHead())
                .numberOrNull(row.border())
                .text(row.pointingHit())
                .numberOrNull(row.energyInside())
                .numberOrNull(row.iou())
                .numberOrNull(row.iouArea())
                .numberOrNull(row.maskArea());
    }

    static void occlusion(Occlusion row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.target())
                .text(row.rows())
                .text(row.columns())
                .text(map(row.map(), row.rows(), row.columns()));
    }

    static void agreement(Agreement row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.target())
                .text(row.first())
                .text(row.second())
                .numberOrNull(row.spearman());
    }

    static void randomisation(Randomisation row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.target())
                .text(row.depth())
                .text(row.layer())
                .numberOrNull(row.spearman());
    }

    static void perturbation(Perturbation row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.target())
                .text(row.method())
                .text(row.mode())
                .numbers(row.probabilities());
    }

    static void corrupted(Corrupted row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.label())
                .text(row.corruption())
                .text(row.severity())
                .text(row.predicted())
                .number(row.confidence())
                .number(row.truth());
    }

    static void neighbour(Neighbour row, CsvOut.Cells cells) {
        cells.text(row.file())
                .text(row.rank())
                .text(row.neighbour())
                .text(row.label())
                .number(row.distance());
    }

    /** A map in one cell, row by row. */
    static String map(List<Double> values, int rows, int columns) {
        if (values.size() != rows * columns) {
            throw new IllegalArgumentException("expected a map of " + rows + " × " + columns + " values");
        }
        return String.join(" ", values.stream().map(Numbers::text).toList());
    }
}
