package io.github.tumorbench.lab.dataset;

import java.util.List;

/**
 * What an image looks like from afar, without its anatomy.
 *
 * @param mean grey value over the image, 0 to 255
 * @param contrast standard deviation of the grey values
 * @param border mean grey value along the margin, one sixteenth of the side wide
 * @param borderContrast standard deviation there
 * @param quantisation sum of the steps of a JPEG's quantisation tables; 0 for a PNG
 * @param tiles mean grey values of a 4 × 4 thumbnail, row by row
 * @param metadata kinds of metadata in the file, sorted
 * @param writing lines of writing burnt into the picture beside the head
 */
record Traits(
        double mean,
        double contrast,
        double border,
        double borderContrast,
        int quantisation,
        List<Double> tiles,
        List<String> metadata,
        int writing) {
    private static final int TILES = 4;

    Traits {
        tiles = List.copyOf(tiles);
        metadata = List.copyOf(metadata);
    }

    /**
     * @param square size × size grey bytes, size a multiple of 16
     * @param writing lines of writing in the picture at its own size
     */
    static Traits of(byte[] square, int size, FileMetadata file, int writing) {
        Moments all = new Moments();
        Moments margin = new Moments();
        Moments[] tiles = new Moments[TILES * TILES];
        java.util.Arrays.setAll(tiles, i -> new Moments());
        int wide = size / 16;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int value = square[y * size + x] & 0xff;
                all.add(value);
                tiles[y * TILES / size * TILES + x * TILES / size].add(value);
                if (Math.min(Math.min(x, y), Math.min(size - 1 - x, size - 1 - y)) < wide) {
                    margin.add(value);
                }
            }
        }
        return new Traits(
                all.mean(),
                all.deviation(),
                margin.mean(),
                margin.deviation(),
                file.quantisation(),
                java.util.Arrays.stream(tiles).map(Moments::mean).toList(),
                file.kinds(),
                writing);
    }

    /** Mean and standard deviation of whole numbers. */
    private static final class Moments {
        private long count;
        private long sum;
        private long squares;

        void add(int value) {
            count++;
            sum += value;
            squares += (long) value * value;
        }

        double mean() {
            return (double) sum / count;
        }

        double deviation() {
            return Math.sqrt(Math.max(0, (double) squares / count - mean() * mean()));
        }
    }
}
