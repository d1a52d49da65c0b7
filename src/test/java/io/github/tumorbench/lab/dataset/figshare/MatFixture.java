package io.github.tumorbench.lab.dataset.figshare;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;

/** Writes a slice in Figshare's layout. Without more, value i at the i-th place column by column, tumour in the last column. */
public final class MatFixture {
    private final short[][] image;
    private byte[][] mask;
    private String patient = "100360";
    private double label = 1;
    private String struct = "cjdata";
    private String without = "";

    private MatFixture(int width, int height) {
        image = new short[width][height];
        mask = new byte[width][height];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image[x][y] = (short) (x * height + y);
                mask[x][y] = (byte) (x == width - 1 ? 1 : 0);
            }
        }
    }

    /** A slice of so many columns and rows. */
    public static MatFixture of(int width, int height) {
        return new MatFixture(width, height);
    }

    /** A slice that shows grey bytes, row by row, with this tumour. */
    public static MatFixture of(int width, int height, byte[] grey, boolean[] tumour) {
        MatFixture fixture = of(width, height);
        for (int i = 0; i < grey.length; i++) {
            fixture.image[i % width][i / width] = (short) (10 * (grey[i] & 0xff) - 300);
            fixture.mask[i % width][i / width] = (byte) (tumour[i] ? 1 : 0);
        }
        return fixture;
    }

    public MatFixture patient(String id) {
        patient = id;
        return this;
    }

    public MatFixture label(int number) {
        label = number;
        return this;
    }

    MatFixture plain() {
        for (short[] column : image) {
            java.util.Arrays.fill(column, (short) 5);
        }
        return this;
    }

    public MatFixture mask(int width, int height) {
        mask = new byte[width][height];
        return this;
    }

    MatFixture struct(String name) {
        struct = name;
        return this;
    }

    MatFixture without(String key) {
        without = key;
        return this;
    }

    public Path write(Path file) {
        int[][] codes = new int[patient.length()][1];
        for (int i = 0; i < codes.length; i++) {
            codes[i][0] = patient.charAt(i);
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup group = hdf.putGroup(struct);
            put(group, "PID", codes);
            put(group, "image", image);
            put(group, "label", new double[][] {{label}});
            put(group, "tumorBorder", new double[][] {{1, 2, 3, 4}});
            put(group, "tumorMask", mask);
        }
        return file;
    }

    private void put(WritableGroup group, String key, Object data) {
        if (!key.equals(without)) {
            group.putDataset(key, data);
        }
    }
}
