package io.github.tumorbench.lab.dataset.phantom;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Writes pictures for a person to look at: rows are class by plane, columns are different heads, plain and with the
 * tumour outlined. Arguments: folder, seed, size in pixels, zoom, columns.
 */
final class ContactSheet {
    private final PhantomScanner scanner;
    private final int size;
    private final int zoom;
    private final int columns;

    ContactSheet(long seed, int size, int zoom, int columns) {
        this.scanner = new PhantomScanner(seed, size);
        this.size = size;
        this.zoom = zoom;
        this.columns = columns;
    }

    /** One row for each class and plane. */
    BufferedImage picture(boolean outlined) {
        int rows = PhantomClass.values().length * Plane.values().length;
        int cell = size * zoom + 2;
        BufferedImage sheet = new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_INT_RGB);
        for (PhantomClass label : PhantomClass.values()) {
            int[] filled = new int[Plane.values().length];
            for (int index = 0; index < 40 * columns && !full(filled); index++) {
                PhantomSlice slice = scanner.scan(label, index);
                int plane = slice.plane().ordinal();
                if (filled[plane] < columns) {
                    int row = label.ordinal() * filled.length + plane;
                    draw(sheet, slice, filled[plane]++ * cell, row * cell, outlined);
                }
            }
        }
        return sheet;
    }

    private boolean full(int[] filled) {
        return Arrays.stream(filled).allMatch(n -> n == columns);
    }

    private void draw(BufferedImage sheet, PhantomSlice slice, int left, int top, boolean outlined) {
        for (int y = 0; y < size * zoom; y++) {
            for (int x = 0; x < size * zoom; x++) {
                int i = y / zoom * size + x / zoom;
                int grey = slice.pixels()[i] & 255;
                boolean edge = outlined && slice.tumour()[i] && onEdge(slice.tumour(), i);
                sheet.setRGB(left + x, top + y, edge ? 0xff3020 : grey * 0x010101);
            }
        }
    }

    private boolean onEdge(boolean[] mask, int i) {
        int column = i % size;
        return column == 0
                || column == size - 1
                || i < size
                || i >= size * (size - 1)
                || !(mask[i - 1] && mask[i + 1] && mask[i - size] && mask[i + size]);
    }

    public static void main(String[] args) throws IOException {
        File folder = new File(args[0]);
        ContactSheet sheet = new ContactSheet(
                Long.parseLong(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]));
        ImageIO.write(sheet.picture(false), "png", new File(folder, "plain.png"));
        ImageIO.write(sheet.picture(true), "png", new File(folder, "outlined.png"));
    }
}
