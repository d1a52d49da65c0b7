package io.github.tumorbench.lab.cache;

/** A table of floats, read row by row: each image's features or activations. */
public interface Rows {
    /** Bytes; a bound, so that memory does not grow with the number of images. */
    long LARGEST_IN_MEMORY = 64L << 20;

    /** How many rows there are. */
    int count();

    /** Numbers in each row. */
    int width();

    /** Copies one row to {@code target[at] …}. */
    void read(int row, float[] target, int at);

    /** These rows of the table, in this order. */
    default Rows select(int[] rows) {
        Rows all = this;
        return new Rows() {
            @Override
            public int count() {
                return rows.length;
            }

            @Override
            public int width() {
                return all.width();
            }

            @Override
            public void read(int row, float[] target, int at) {
                all.read(rows[row], target, at);
            }
        };
    }

    /** The same rows, in memory where they need no more than {@link #LARGEST_IN_MEMORY}: worth it where each is read again and again. */
    default Rows quick() {
        if ((long) count() * width() * Float.BYTES > LARGEST_IN_MEMORY) {
            return this;
        }
        float[] values = new float[count() * width()];
        for (int i = 0; i < count(); i++) {
            read(i, values, i * width());
        }
        return of(values, width());
    }

    /** One row. */
    default float[] row(int row) {
        float[] values = new float[width()];
        read(row, values, 0);
        return values;
    }

    /** A table in memory: rows · width numbers. */
    static Rows of(float[] values, int width) {
        return new Rows() {
            @Override
            public int count() {
                return values.length / width;
            }

            @Override
            public int width() {
                return width;
            }

            @Override
            public void read(int row, float[] target, int at) {
                System.arraycopy(values, row * width, target, at, width);
            }
        };
    }
}
