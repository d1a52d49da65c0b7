package io.github.tumorbench.lab.explain;

/**
 * Occlusion sensitivity (Zeiler and Fergus 2014): how far the probability of a class falls when one cell of a grid is covered
 * with the image's mean colour.
 */
final class OcclusionMeter {
    /** Rows and columns at most: each cell costs a pass of the network. */
    private static final int MOST = 8;

    private final Trial trial;
    private final int size;

    OcclusionMeter(Trial trial, int size) {
        this.trial = trial;
        this.size = size;
    }

    /**
     * The falls, scaled so that the largest is 1; rises are cut to 0.
     *
     * @param image size · size · 3, RGB
     * @param rows of the class activation maps, as which the grid has as many, 8 at most
     */
    HeatMap of(byte[] image, int target, int rows, int columns) {
        int down = Math.min(MOST, rows);
        int across = Math.min(MOST, columns);
        byte[] colour = mean(image);
        double[] probabilities = trial.probabilities(
                down * across + 1,
                i -> i == 0 ? image : covered(image, colour, (i - 1) / across, (i - 1) % across, down, across),
                target);
        double[] falls = new double[down * across];
        for (int i = 0; i < falls.length; i++) {
            falls[i] = probabilities[0] - probabilities[i + 1];
        }
        return HeatMap.scaled(down, across, falls);
    }

    private byte[] covered(byte[] image, byte[] colour, int row, int column, int rows, int columns) {
        byte[] covered = image.clone();
        for (int y = row * size / rows; y < (row + 1) * size / rows; y++) {
            for (int x = column * size / columns; x < (column + 1) * size / columns; x++) {
                System.arraycopy(colour, 0, covered, 3 * (y * size + x), 3);
            }
        }
        return covered;
    }

    private static byte[] mean(byte[] image) {
        byte[] mean = new byte[3];
        for (int c = 0; c < 3; c++) {
            long sum = 0;
            for (int i = c; i < image.length; i += 3) {
                sum += image[i] & 0xff;
            }
            mean[c] = (byte) Math.round(3.0 * sum / image.length);
        }
        return mean;
    }
}
