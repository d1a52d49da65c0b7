package io.github.tumorbench.lab.dataset.figshare;

import io.github.tumorbench.study.InputException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * The layout of a file: the struct {@code cjdata} with {@code PID} (characters as 16-bit codes), {@code label} (1 meningioma, 2
 * glioma, 3 pituitary tumour), {@code image} (16-bit), {@code tumorBorder} (outline, not read) and {@code tumorMask} (0 or 1).
 *
 * <p>MATLAB stores column by column, so an HDF5 dataset of {@code [columns][rows]} is an image of {@code rows × columns}.
 */
public final class MatFile {
    private static final String STRUCT = "cjdata";
    private static final List<String> LABELS = List.of("meningioma", "glioma", "pituitary");
    /** More than any slice has: a damaged size must not exhaust the memory. */
    private static final long MOST_PIXELS = 1L << 24;

    private final String name;
    private final Group struct;

    private MatFile(String name, Group struct) {
        this.name = name;
        this.struct = struct;
    }

    /**
     * Reads a slice.
     *
     * @param name how to call the file in messages
     * @throws InputException where the bytes are no whole file of this layout
     */
    public static MatSlice read(String name, byte[] bytes) {
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            long expected = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
            if (bytes.length < expected) {
                throw new InputException("%s: expected %s bytes, found %s; the file is cut short"
                        .formatted(name, expected, bytes.length));
            }
            if (!(file.getChildren().get(STRUCT) instanceof Group struct)) {
                throw new InputException("%s: expected a MATLAB 7.3 file with the struct %s, found %s"
                        .formatted(name, STRUCT, file.getChildren().keySet()));
            }
            return new MatFile(name, struct).slice();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            // jHDF meets damage with exceptions of many kinds.
            throw new InputException(
                    "%s: expected an intact MATLAB 7.3 (HDF5) file, found another kind or a damaged one (%s)"
                            .formatted(name, e.getClass().getSimpleName()),
                    e);
        }
    }

    private MatSlice slice() {
        Dataset image = dataset("image");
        int[] dimensions = square(image, "image");
        int width = dimensions[0];
        int height = dimensions[1];
        Dataset mask = dataset("tumorMask");
        int[] masked = square(mask, "tumorMask");
        if (!Arrays.equals(dimensions, masked)) {
            throw wrong(
                    "tumorMask",
                    "as many pixels as the image (%s×%s)".formatted(width, height),
                    "%s×%s".formatted(masked[0], masked[1]));
        }
        byte[] grey = grey(transposed(numbers(image, "image"), width, height));
        double[] inside = transposed(numbers(mask, "tumorMask"), width, height);
        boolean[] tumour = new boolean[inside.length];
        for (int i = 0; i < tumour.length; i++) {
            tumour[i] = inside[i] != 0;
        }
        return new MatSlice(patient(), label(), width, height, grey, tumour);
    }

    private String patient() {
        StringBuilder patient = new StringBuilder();
        for (double code : numbers(dataset("PID"), "PID")) {
            patient.append((char) code);
        }
        String text = patient.toString().strip();
        if (text.isEmpty()) {
            throw wrong("PID", "the id of a patient", "nothing");
        }
        return text;
    }

    private String label() {
        double[] label = numbers(dataset("label"), "label");
        if (label.length != 1 || !(label[0] == 1 || label[0] == 2 || label[0] == 3)) {
            throw wrong("label", "1, 2 or 3", Arrays.toString(label));
        }
        return LABELS.get((int) label[0] - 1);
    }

    private Dataset dataset(String key) {
        Node node = struct.getChildren().get(key);
        if (!(node instanceof Dataset dataset)) {
            throw wrong(key, "a dataset", node == null ? "none" : "a group");
        }
        return dataset;
    }

    private int[] square(Dataset dataset, String key) {
        int[] dimensions = dataset.getDimensions();
        if (dimensions.length != 2 || dimensions[0] < 1 || dimensions[1] < 1 || dataset.getSize() > MOST_PIXELS) {
            throw wrong(key, "two dimensions of at most %s pixels".formatted(MOST_PIXELS), Arrays.toString(dimensions));
        }
        return dimensions;
    }

    private double[] numbers(Dataset dataset, String key) {
        Object flat = dataset.getSize() > MOST_PIXELS ? null : dataset.getDataFlat();
        if (flat == null || !flat.getClass().isArray() || Array.getLength(flat) != dataset.getSize()) {
            throw wrong(key, "numbers", "something else");
        }
        double[] numbers = new double[Array.getLength(flat)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Array.getDouble(flat, i);
        }
        return numbers;
    }

    private static double[] transposed(double[] columns, int width, int height) {
        double[] rows = new double[columns.length];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                rows[y * width + x] = columns[x * height + y];
            }
        }
        return rows;
    }

    private static byte[] grey(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double scale = high > low ? 255 / (high - low) : 0;
        byte[] grey = new byte[values.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.round((values[i] - low) * scale);
        }
        return grey;
    }

    private InputException wrong(String key, String expected, String found) {
        return new InputException("%s: %s/%s: expected %s, found %s".formatted(name, STRUCT, key, expected, found));
    }
}
