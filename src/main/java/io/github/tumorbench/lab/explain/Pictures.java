package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.TumourMask;
import io.github.tumorbench.lab.training.ImageData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** PNG files of explained images, for datasets whose pictures may be published. */
final class Pictures {
    private Pictures() {}

    /** Writes the image as the network saw it; the result is its path within the experiment's folder. */
    static String image(Path folder, Sample sample, ImageStore store) throws IOException {
        int size = store.size();
        ByteBuffer pixels = ImageData.pixels(store, List.of(sample));
        boolean grey = isGrey(pixels);
        BufferedImage image =
                new BufferedImage(size, size, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        int[] colour = new int[3];
        for (int i = 0; i < size * size; i++) {
            for (int c = 0; c < 3; c++) {
                colour[c] = pixels.get(3 * i + c) & 0xff;
            }
            image.getRaster().setPixel(i % size, i / size, colour);
        }
        return write(image, folder, name(sample) + ".png");
    }

    /** Writes the tumour as a 1-bit mask, white inside. */
    static String outline(Path folder, Sample sample, TumourMask mask) throws IOException {
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                image.getRaster().setSample(x, y, 0, mask.at(x, y) ? 1 : 0);
            }
        }
        return write(image, folder, name(sample) + ".mask.png");
    }

    private static boolean isGrey(ByteBuffer pixels) {
        for (int i = 0; i < pixels.limit(); i += 3) {
            if (pixels.get(i) != pixels.get(i + 1) || pixels.get(i) != pixels.get(i + 2)) {
                return false;
            }
        }
        return true;
    }

    private static String name(Sample sample) {
        return String.format("%05d", sample.index());
    }

    private static String write(BufferedImage image, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        if (!ImageIO.write(image, "png", folder.resolve(name).toFile())) {
            throw new IOException("no PNG writer for " + image);
        }
        return "pictures/" + name;
    }
}
