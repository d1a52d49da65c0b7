package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.dataset.similarity.Thumbnail;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/** Near copies among drawn heads; how many are found in the real archive is {@link RealArchiveTest}'s. */
class CopiesTest {
    private static final int SIZE = 160;
    private static final int HEADS = 24;
    private static final List<BufferedImage> ORIGINALS = heads();

    @Test
    void headsOfDifferentPeopleAreNoCopies() throws Exception {
        Copies copies = copies(image -> null);

        assertThat(copies.groups()).isEmpty();
    }

    @Test
    void mirroredImagesAreNearCopies() throws Exception {
        everyVariantIsFound(CopiesTest::mirrored);
    }

    @Test
    void imagesStoredAgainAsCoarseJpegAreNearCopies() throws Exception {
        everyVariantIsFound(image -> jpeg(image, 0.5f));
    }

    @Test
    void brighterImagesAreNearCopies() throws Exception {
        everyVariantIsFound(image -> brighter(image, 0.6, 40));
    }

    @Test
    void imagesWithTwoPercentCutFromTheirMarginsAreNearCopies() throws Exception {
        everyVariantIsFound(image -> cropped(image, 0.02, 0, 0.01, 0.02));
    }

    @Test
    void mirroredBrighterAndStoredAgainTogetherIsANearCopy() throws Exception {
        everyVariantIsFound(image -> jpeg(mirrored(brighter(image, 0.8, 10)), 0.8f));
    }

    @Test
    void equalPixelsAreExactCopiesAndNoNearOnes() throws Exception {
        Copies copies = copies(UnaryOperator.identity());

        assertThat(copies.exact()).hasSize(HEADS);
        assertThat(IntStream.range(0, 2 * HEADS)).noneMatch(copies::hasNear);
        assertThat(copies.isRepeat(0)).isFalse();
        assertThat(copies.isRepeat(HEADS)).isTrue();
        assertThat(copies.exactCopies(1)).containsExactly(1, HEADS + 1);
    }

    @Test
    void plainImagesAreNoCopiesOfEachOther() throws Exception {
        List<Look> looks = new ArrayList<>();
        for (int value = 10; value < 60; value += 10) {
            looks.add(look(looks.size(), brighter(ORIGINALS.get(0), 0, value)));
        }

        assertThat(Copies.of(looks, Copies.pairs(looks)).groups()).isEmpty();
    }

    private static void everyVariantIsFound(UnaryOperator<BufferedImage> change) throws Exception {
        Copies copies = copies(change);

        assertThat(copies.groups())
                .isEqualTo(IntStream.range(0, HEADS)
                        .mapToObj(i -> List.of(i, HEADS + i))
                        .toList());
        assertThat(copies.exact()).isEmpty();
        assertThat(copies.nearCopies(3)).containsExactly(HEADS + 3);
    }

    /** Of the heads, then of what a change makes of each. */
    private static Copies copies(UnaryOperator<BufferedImage> change) throws Exception {
        List<Look> looks = new ArrayList<>();
        for (BufferedImage head : ORIGINALS) {
            looks.add(look(looks.size(), head));
        }
        for (BufferedImage head : ORIGINALS) {
            BufferedImage changed = change.apply(head);
            if (changed != null) {
                looks.add(look(looks.size(), changed));
            }
        }
        return Copies.of(looks, Copies.pairs(looks));
    }

    private static Look look(int number, BufferedImage image) throws Exception {
        PixelImage pixels = ImageDecoder.decode(TestImages.encode(image, "png"));
        ImageEntry entry = new ImageEntry("%03d.png".formatted(number), "a", Split.TRAINING);
        return new Look(ReadImage.of(entry, "", pixels), new Thumbnail(Look.thumbnail(pixels)), null);
    }

    private static List<BufferedImage> heads() {
        PhantomScanner scanner = new PhantomScanner(11, SIZE);
        return IntStream.range(0, HEADS)
                .mapToObj(i -> {
                    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
                    byte[] pixels =
                            scanner.scan(PhantomClass.values()[i % 4], i).pixels();
                    image.getRaster().setDataElements(0, 0, SIZE, SIZE, pixels);
                    return image;
                })
                .toList();
    }

    private static BufferedImage mirrored(BufferedImage image) {
        return map((x, y) -> image.getRaster().getSample(SIZE - 1 - x, y, 0));
    }

    private static BufferedImage brighter(BufferedImage image, double factor, int more) {
        return map((x, y) -> (int) Math.min(255, factor * image.getRaster().getSample(x, y, 0) + more));
    }

    private interface Values {
        int at(int x, int y);
    }

    private static BufferedImage map(Values values) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                image.getRaster().setSample(x, y, 0, values.at(x, y));
            }
        }
        return image;
    }

    /** Shares of the sides cut off, the rest enlarged to the old size. */
    private static BufferedImage cropped(BufferedImage image, double left, double right, double top, double bottom) {
        BufferedImage result = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.scale(1 / (1 - left - right), 1 / (1 - top - bottom));
        graphics.translate(-left * SIZE, -top * SIZE);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
            PixelImage read = ImageDecoder.decode(bytes.toByteArray());
            BufferedImage result = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
            result.getRaster().setDataElements(0, 0, SIZE, SIZE, read.data());
            return result;
        } catch (java.io.IOException | UnreadableImageException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
    }
}
