package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A decoded image.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param channels 1 for grey, 3 for red, green, blue
 * @param data height × width × channels unsigned bytes, row by row, channels interleaved; not copied
 */
public record PixelImage(int width, int height, int channels, byte[] data) {
    public PixelImage {
        if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException(
                    "an image of %s×%s pixels and %s channels".formatted(width, height, channels));
        }
        if (data.length != (long) width * height * channels) {
            throw new IllegalArgumentException("%s bytes for %s×%s×%s".formatted(data.length, height, width, channels));
        }
    }

    /** SHA-256 of what the image shows: its size, its channels and every pixel. */
    String digest() {
        MessageDigest digest = Digests.sha256();
        String shape = width + "×" + height + "×" + channels + "\n";
        digest.update(shape.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(data));
    }

    /** The unsigned value of one channel of one pixel, 0 to 255. */
    public int at(int x, int y, int channel) {
        return data[(y * width + x) * channels + channel] & 0xff;
    }

    /** The same image as one channel where its three channels are equal in every pixel, else this image. */
    PixelImage greyWhereEqual() {
        if (channels == 1) {
            return this;
        }
        for (int i = 0; i < data.length; i += 3) {
            if (data[i] != data[i + 1] || data[i] != data[i + 2]) {
                return this;
            }
        }
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = data[3 * i];
        }
        return new PixelImage(width, height, 1, grey);
    }

    /** The image in one channel: luma by ITU-R BT.601, rounded. */
    PixelImage grey() {
        if (channels == 1) {
            return this;
        }
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            int red = data[3 * i] & 0xff;
            int green = data[3 * i + 1] & 0xff;
            int blue = data[3 * i + 2] & 0xff;
            grey[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        }
        return new PixelImage(width, height, 1, grey);
    }
}
