package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
    @Test
    void aGreyJpegKeepsItsValues() throws Exception {
        PixelImage image = ImageDecoder.decode(TestImages.greyJpeg(20, 10, 100));

        assertThat(image.width()).isEqualTo(20);
        assertThat(image.height()).isEqualTo(10);
        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.data()).containsOnly(100);
    }

    @Test
    void aColourJpegBecomesRedGreenAndBlue() throws Exception {
        BufferedImage orange = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        orange.getRaster().setDataElements(0, 0, 16, 16, filled(16 * 16, new Color(220, 120, 30).getRGB()));

        PixelImage image = ImageDecoder.decode(TestImages.encode(orange, "jpg"));

        assertThat(image.channels()).isEqualTo(3);
        assertThat(image.at(7, 7, 0)).isCloseTo(220, within(3));
        assertThat(image.at(7, 7, 1)).isCloseTo(120, within(3));
        assertThat(image.at(7, 7, 2)).isCloseTo(30, within(3));
    }

    @Test
    void aPngKeepsItsValuesInTheOrderRedGreenBlue() throws Exception {
        BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_3BYTE_BGR);
        two.setRGB(0, 0, new Color(1, 2, 3).getRGB());
        two.setRGB(1, 0, new Color(250, 100, 4).getRGB());

        assertThat(ImageDecoder.decode(TestImages.encode(two, "png")).data())
                .containsExactly(1, 2, 3, (byte) 250, 100, 4);
    }

    @Test
    void threeEqualChannelsBecomeOne() throws Exception {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        grey.setRGB(0, 0, new Color(7, 7, 7).getRGB());
        grey.setRGB(1, 0, new Color(99, 99, 99).getRGB());

        PixelImage image = ImageDecoder.decode(TestImages.encode(grey, "png"));

        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.data()).containsExactly(7, 99);
    }

    @Test
    void transparencyIsLaidOverBlack() throws Exception {
        BufferedImage half = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        half.setRGB(0, 0, new Color(200, 100, 50, 255).getRGB());
        half.setRGB(1, 0, new Color(200, 100, 50, 128).getRGB());

        // 200 · 128 / 255 = 100.4, 100 · 128 / 255 = 50.2, 50 · 128 / 255 = 25.1
        assertThat(ImageDecoder.decode(TestImages.encode(half, "png")).data())
                .containsExactly((byte) 200, 100, 50, 100, 50, 25);
    }

    @Test
    void aPaletteGivesItsColours() throws Exception {
        byte[] reds = {10, (byte) 200};
        byte[] greens = {20, 100};
        byte[] blues = {30, 0};
        byte[] alphas = {(byte) 255, 0};
        IndexColorModel palette = new IndexColorModel(1, 2, reds, greens, blues, alphas);
        BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        two.getRaster().setSample(1, 0, 0, 1);

        assertThat(ImageDecoder.decode(TestImages.encode(two, "png")).data()).containsExactly(10, 20, 30, 0, 0, 0);
    }

    @Test
    void aOneBitPngIsBlackAndWhite() throws Exception {
        BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        two.setRGB(1, 0, Color.WHITE.getRGB());

        assertThat(ImageDecoder.decode(TestImages.encode(two, "png")).data()).containsExactly(0, (byte) 255);
    }

    @Test
    void theNameOfAFileDoesNotMatterOnlyItsContent() throws Exception {
        assertThat(ImageDecoder.decode(TestImages.png(3)).width()).isEqualTo(8);
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], "an empty file (0 bytes)");
    }

    @Test
    void whatIsNoImageIsRefused() {
        refused("<!doctype html>".getBytes(StandardCharsets.UTF_8), "a file that is neither JPEG nor PNG");
        refused(new byte[] {(byte) 0xFF}, "a file that is neither JPEG nor PNG");
        refused(TestImages.encode(new BufferedImage(2, 2, 1), "gif"), "a file that is neither JPEG nor PNG");
    }

    @Test
    void sixteenBitsPerChannelAreRefused() {
        BufferedImage deep = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);

        refused(TestImages.encode(deep, "png"), "a PNG of 16 bits per channel");
    }

    @Test
    void aJpegCutAnywhereIsRefused() {
        byte[] whole = TestImages.colourJpeg(64, 64);
        for (int length = 3; length < whole.length; length += 41) {
            refused(Arrays.copyOf(whole, length), "a JPEG cut short (no end-of-image marker)");
        }
        refused(Arrays.copyOf(whole, whole.length - 1), "a JPEG cut short (no end-of-image marker)");
    }

    @Test
    void aJpegCutInHalfWithAnEndMarkerAddedIsRefused() {
        byte[] whole = TestImages.colourJpeg(64, 64);
        byte[] half = Arrays.copyOf(whole, whole.length / 2 + 2);
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;

        refused(half, "a damaged JPEG (Corrupt JPEG data: premature end of data segment)");
    }

    @Test
    void anEndMarkerInsideTheMetadataIsNotTheEnd() throws Exception {
        byte[] plain = TestImages.greyJpeg(8, 8, 50);
        ByteBuffer file = ByteBuffer.allocate(plain.length + 8);
        file.put(plain, 0, 2);
        file.put(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 6, (byte) 0xFF, (byte) 0xD9, (byte) 0xFF, (byte) 0xD9});
        file.put(plain, 2, plain.length - 2);

        assertThat(ImageDecoder.decode(file.array()).data()).containsOnly(50);
        refused(Arrays.copyOf(file.array(), file.capacity() - 2), "a JPEG cut short (no end-of-image marker)");
    }

    @Test
    void bytesAfterTheEndOfAJpegDoNoHarm() throws Exception {
        byte[] plain = TestImages.greyJpeg(8, 8, 50);

        assertThat(ImageDecoder.decode(Arrays.copyOf(plain, plain.length + 20)).data())
                .containsOnly(50);
    }

    @Test
    void aCmykJpegIsRefused() throws Exception {
        refused(cmykJpeg(), "a JPEG of 4 channels (CMYK)");
    }

    @Test
    void aPngCutAnywhereIsRefused() {
        byte[] whole = TestImages.png(1);
        for (int length = 8; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length), "a PNG cut short (no end-of-image chunk)");
        }
    }

    @Test
    void aPngWithAFlippedBitIsRefused() {
        byte[] flipped = TestImages.png(1);
        flipped[60] ^= 4;

        refused(flipped, "a damaged PNG (check sum of its IDAT chunk)");
    }

    @Test
    void aPngWithTooFewPixelsIsRefused() {
        byte[] tall = TestImages.png(1);
        // The header's height, bytes 20 to 23, says 9 rows where there are 8; the check sum is mended.
        tall[23] = 9;
        CRC32 crc = new CRC32();
        crc.update(tall, 12, 17);
        ByteBuffer.wrap(tall).putInt(29, (int) crc.getValue());

        assertThatThrownBy(() -> ImageDecoder.decode(tall))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith("a damaged PNG (");
    }

    @Test
    void anImageOfAbsurdSizeIsRefusedBeforeItIsRead() {
        byte[] huge = TestImages.png(1);
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) crc.getValue());

        refused(huge, "a PNG of 100000×100000 pixels");
    }

    private static void refused(byte[] bytes, String found) {
        assertThatThrownBy(() -> ImageDecoder.decode(bytes))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage(found);
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] cmykJpeg() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 8, 8, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
