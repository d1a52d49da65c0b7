package io.github.tumorbench.lab.dataset.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs worth a closer look: pictures whose thumbnails of 16 × 16 pixels correlate, whole or framed by their content, as they
 * are or mirrored. A product of matrices, done block by block.
 */
final class Candidates {
    private static final int SIDE = 16;
    private static final int LENGTH = SIDE * SIDE;
    private static final int BLOCK = 128;
    /** Whole pictures: adjacent slices of one patient exceed this often, pictures of different patients now and then. */
    private static final float WHOLE = 0.97f;
    /** Framed content, which blurs differences of position. */
    private static final float FRAMED = 0.93f;

    private final float[][] wholes;
    private final float[][] frames;
    private final List<Thumbnail> columns;
    private final boolean within;

    /** @param columns may be the same list as the rows: then each pair is considered once, and no picture with itself */
    Candidates(List<Thumbnail> rows, List<Thumbnail> columns) {
        this.columns = columns;
        this.within = rows == columns;
        this.wholes = new float[rows.size()][];
        this.frames = new float[rows.size()][];
        IntStream.range(0, rows.size()).parallel().forEach(i -> {
            wholes[i] = Thumbnail.normalised(rows.get(i).reduced(SIDE));
            frames[i] = Thumbnail.normalised(rows.get(i).framed(SIDE));
        });
    }

    /** In the order of rows within blocks of columns; the correlation is that of the better thumbnail. */
    List<Pair> find() {
        int blocks = (columns.size() + BLOCK - 1) / BLOCK;
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(this::findInBlock)
                .flatMap(List::stream)
                .toList();
    }

    private List<Pair> findInBlock(int block) {
        int first = block * BLOCK;
        List<Thumbnail> some = columns.subList(first, Math.min(columns.size(), first + BLOCK));
        float[][] kinds = {
            transposed(some, false, false),
            transposed(some, false, true),
            transposed(some, true, false),
            transposed(some, true, true)
        };
        float[][] products = new float[kinds.length][BLOCK];
        List<Pair> found = new ArrayList<>();
        for (int row = 0; row < wholes.length && !(within && row >= first + BLOCK); row++) {
            for (int kind = 0; kind < kinds.length; kind++) {
                multiply(kind < 2 ? wholes[row] : frames[row], kinds[kind], products[kind]);
            }
            for (int column = 0; column < some.size(); column++) {
                if (!within || row < first + column) {
                    consider(row, first + column, column, products, found);
                }
            }
        }
        return found;
    }

    private static void consider(int row, int second, int column, float[][] products, List<Pair> found) {
        float straight = Math.max(products[0][column] - WHOLE, products[2][column] - FRAMED);
        float mirrored = Math.max(products[1][column] - WHOLE, products[3][column] - FRAMED);
        if (straight >= 0) {
            found.add(new Pair(row, second, false, Math.max(products[0][column], products[2][column])));
        }
        if (mirrored >= 0) {
            found.add(new Pair(row, second, true, Math.max(products[1][column], products[3][column])));
        }
    }

    private static void multiply(float[] row, float[] block, float[] products) {
        java.util.Arrays.fill(products, 0);
        for (int k = 0; k < LENGTH; k++) {
            float factor = row[k];
            int at = k * BLOCK;
            for (int j = 0; j < BLOCK; j++) {
                products[j] += factor * block[at + j];
            }
        }
    }

    /** LENGTH × BLOCK: value k of picture j at {@code k · BLOCK + j}. */
    private static float[] transposed(List<Thumbnail> thumbnails, boolean framed, boolean mirrored) {
        float[] block = new float[LENGTH * BLOCK];
        for (int j = 0; j < thumbnails.size(); j++) {
            Thumbnail thumbnail = thumbnails.get(j);
            float[] values = framed ? thumbnail.framed(SIDE) : thumbnail.reduced(SIDE);
            float[] unit = Thumbnail.normalised(mirrored ? Thumbnail.mirrored(values, SIDE) : values);
            for (int k = 0; k < LENGTH; k++) {
                block[k * BLOCK + j] = unit[k];
            }
        }
        return block;
    }
}
