package io.github.tumorbench.lab.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG and PNG files of 8 bits per channel (PNG also 1, 2 and 4) to exactly the values they hold.
 *
 * <p>Values are read from the raster: the platform's colour conversion would brighten grey images (100 becomes 168).
 * Colour profiles, gamma and EXIF orientation are not applied. Transparent pixels are laid over black. An image whose
 * three channels are equal everywhere becomes one channel. The format is told from the content, not from the name.
 */
public final class ImageDecoder {
    private static final long MOST_PIXELS = 64L << 20;
    private static final ImageReaderSpi JPEG = provider("jpeg");
    private static final ImageReaderSpi PNG = provider("png");

    private ImageDecoder() {}

    /**
     * Decodes one file.
     *
     * @throws UnreadableImageException where the bytes are not a whole grey or RGB image of at most 8 bits per channel
     */
    public static PixelImage decode(byte[] bytes) throws UnreadableImageException {
        if (bytes.length == 0) {
            throw new UnreadableImageException("an empty file (0 bytes)");
        }
        if (PngStructure.begins(bytes)) {
            ImageHeader header = PngStructure.check(bytes);
            refuse(header, "PNG");
            return pixels(read(bytes, PNG, "PNG"));
        }
        if (bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF) {
            ImageHeader header = JpegStructure.check(bytes);
            refuse(header, "JPEG");
            if (header.channels() != 1 && header.channels() != 3) {
                throw new UnreadableImageException("a JPEG of %s channels%s"
                        .formatted(header.channels(), header.channels() == 4 ? " (CMYK)" : ""));
            }
            return pixels(read(bytes, JPEG, "JPEG"));
        }
        throw new UnreadableImageException("a file that is neither JPEG nor PNG");
    }

    private static void refuse(ImageHeader header, String format) throws UnreadableImageException {
        if (header.depth() > 8) {
            throw new UnreadableImageException("a %s of %s bits per channel".formatted(format, header.depth()));
        }
        if (header.width() < 1 || header.height() < 1 || (long) header.width() * header.height() > MOST_PIXELS) {
            throw new UnreadableImageException(
                    "a %s of %s×%s pixels".formatted(format, header.width(), header.height()));
        }
    }

    private static BufferedImage read(byte[] bytes, ImageReaderSpi provider, String format)
            throws UnreadableImageException {
        List<String> damage = new ArrayList<>();
        BufferedImage image;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = provider.createReaderInstance();
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((source, warning) -> {
                    if (isDamage(warning)) {
                        damage.add(warning);
                    }
                });
                image = reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The platform's decoders answer some damaged files with unchecked exceptions.
            throw new UnreadableImageException("a damaged %s (%s)".formatted(format, e.getMessage()), e);
        }
        if (!damage.isEmpty()) {
            throw new UnreadableImageException("a damaged %s (%s)".formatted(format, damage.get(0)));
        }
        return image;
    }

    /** Whether a decoder's warning means wrong pixels; others are about metadata or harmless extra bytes. */
    private static boolean isDamage(String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature end") || (lower.contains("corrupt") && !lower.contains("extraneous bytes"));
    }

    private static PixelImage pixels(BufferedImage image) throws UnreadableImageException {
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int height = raster.getHeight();
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return fromPalette(raster, palette);
        }
        byte[] samples = (byte[]) raster.getDataElements(0, 0, width, height, null);
        return switch (raster.getNumBands()) {
            case 1 -> new PixelImage(width, height, 1, samples);
            case 2 -> overBlack(width, height, 1, samples);
            case 3 -> new PixelImage(width, height, 3, samples).greyWhereEqual();
            case 4 -> overBlack(width, height, 3, samples).greyWhereEqual();
            default -> throw new UnreadableImageException("an image of %s channels".formatted(raster.getNumBands()));
        };
    }

    private static PixelImage fromPalette(Raster raster, IndexColorModel palette) throws UnreadableImageException {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] indices = raster.getSamples(0, 0, width, height, 0, (int[]) null);
        byte[] colours = colours(palette);
        byte[] data = new byte[3 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] >= palette.getMapSize()) {
                throw new UnreadableImageException("a damaged PNG (a colour outside its palette)");
            }
            System.arraycopy(colours, 3 * indices[i], data, 3 * i, 3);
        }
        return new PixelImage(width, height, 3, data).greyWhereEqual();
    }

    /** Red, green and blue of each colour of a palette, over black. */
    private static byte[] colours(IndexColorModel palette) {
        byte[] colours = new byte[3 * palette.getMapSize()];
        for (int i = 0, o = 0; o < colours.length; i++) {
            int colour = palette.getRGB(i);
            int alpha = colour >>> 24;
            colours[o++] = shaded(colour >> 16 & 0xff, alpha);
            colours[o++] = shaded(colour >> 8 & 0xff, alpha);
            colours[o++] = shaded(colour & 0xff, alpha);
        }
        return colours;
    }

    private static PixelImage overBlack(int width, int height, int channels, byte[] samples) {
        byte[] data = new byte[width * height * channels];
        for (int i = 0, o = 0; o < data.length; i += channels + 1) {
            int alpha = samples[i + channels] & 0xff;
            for (int c = 0; c < channels; c++) {
                data[o++] = shaded(samples[i + c] & 0xff, alpha);
            }
        }
        return new PixelImage(width, height, channels, data);
    }

    private static byte shaded(int value, int alpha) {
        return (byte) ((value * alpha + 127) / 255);
    }

    private static ImageReaderSpi provider(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java platform cannot read " + format);
        }
        return readers.next().getOriginatingProvider();
    }
}
