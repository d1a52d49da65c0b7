package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMetadataTest {
    private static final byte[] JPEG = TestImages.colourJpeg(24, 16);
    private static final byte[] PNG = TestImages.png(5);

    @TempDir
    Path temp;

    @Test
    void plainFilesHoldNoMetadataAndStayAsTheyAre() {
        for (byte[] file : new byte[][] {JPEG, PNG}) {
            assertThat(new FileMetadata(file).kinds()).isEmpty();
            assertThat(new FileMetadata(file).stripped()).isEqualTo(file);
        }
    }

    @Test
    void segmentsOfAJpegAreToldAndRemoved() {
        byte[] file = withSegment(
                withSegment(withSegment(JPEG, 0xE1, "Exif\0\0name"), 0xFE, "made on Monday"), 0xED, "Photoshop 3.0");

        assertThat(new FileMetadata(file).kinds()).containsExactly("EXIF", "IPTC", "comment");
        assertThat(new FileMetadata(file).stripped()).isEqualTo(JPEG);
        assertThat(new FileMetadata(withSegment(JPEG, 0xE1, "http://ns.adobe.com/xap/1.0/")).kinds())
                .containsExactly("XMP");
    }

    @Test
    void chunksOfAPngAreToldAndRemoved() {
        byte[] file = withChunk(withChunk(PNG, "tEXt", "Author\0somebody"), "tIME", "1234567");

        assertThat(new FileMetadata(file).kinds()).containsExactly("text", "time of change");
        assertThat(new FileMetadata(file).stripped()).isEqualTo(PNG);
    }

    @Test
    void whatFollowsThePictureIsToldAndRemoved() {
        for (byte[] file : new byte[][] {JPEG, PNG}) {
            byte[] longer = Arrays.copyOf(file, file.length + 40);
            longer[file.length + 3] = 'x';

            assertThat(new FileMetadata(longer).kinds()).containsExactly("data behind the picture");
            assertThat(new FileMetadata(longer).stripped()).isEqualTo(file);
        }
    }

    @Test
    void commentsBetweenScansOfAProgressiveJpegAreToldAndRemoved() throws Exception {
        byte[] plain = progressive();
        int second = secondScan(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, second);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 6, 'n', 'a', 'm', 'e'});
        out.write(plain, second, plain.length - second);

        assertThat(new FileMetadata(plain).kinds()).isEmpty();
        assertThat(new FileMetadata(plain).stripped()).isEqualTo(plain);
        assertThat(new FileMetadata(out.toByteArray()).kinds()).containsExactly("comment");
        assertThat(new FileMetadata(out.toByteArray()).stripped()).isEqualTo(plain);
    }

    private static byte[] progressive() throws java.io.IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(JPEG));
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Where the second start of a scan stands, or the tables before it. */
    private static int secondScan(byte[] jpeg) {
        int scans = 0;
        for (int i = 2; i < jpeg.length; i++) {
            boolean marker = (jpeg[i] & 0xff) == 0xFF;
            int code = jpeg[i + 1] & 0xff;
            if (marker && scans == 1 && (code == 0xDA || code == 0xC4)) {
                return i;
            }
            scans += marker && code == 0xDA ? 1 : 0;
        }
        throw new AssertionError("one scan only");
    }

    @Test
    void coarserQuantisationIsALargerNumber() {
        // The tables of Annex K at ImageIO's default quality: every step counts.
        assertThat(new FileMetadata(JPEG).quantisation()).isPositive();
        assertThat(new FileMetadata(PNG).quantisation()).isZero();
    }

    @Test
    void theAuditCountsFilesWithMetadataAndACopyIsWithout() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(4, 2);
        byte[] jpeg = TestImages.greyJpeg(20, 20, 9);
        files.put("Training/a/scan.jpg", withSegment(jpeg, 0xE1, "Exif\0\0name"));
        files.put("Training/b/note.png", withChunk(files.get("Training/b/Tr-000.png"), "tEXt", "Author\0somebody"));
        Path data = TestImages.folder(temp.resolve("data"), files);

        assertThat(TestImages.finding(TestImages.load(data, OnUnreadable.FAIL, 1), "embedded-metadata"))
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo("warning");
                    assertThat(finding.files()).containsExactly("Training/a/scan.jpg", "Training/b/note.png");
                    assertThat(finding.sentence())
                            .startsWith("2 files hold text or metadata beside the picture (EXIF in 1, text in 1).");
                });
        try (ImageSource source = Sources.open(TestImages.study(data, null, null, OnUnreadable.FAIL, 1), data)) {
            assertThat(MetadataFreeCopy.write(source, temp.resolve("copy"), Progress.NONE))
                    .isEqualTo(2);
        }
        assertThat(temp.resolve("copy/Training/a/scan.jpg")).hasBinaryContent(jpeg);
        assertThat(temp.resolve("copy/Training/b/note.png")).hasBinaryContent(files.get("Training/b/Tr-000.png"));
        assertThat(TestImages.finding(TestImages.load(temp.resolve("copy"), OnUnreadable.FAIL, 1), "embedded-metadata")
                        .count())
                .isZero();
        assertThat(Files.readAllBytes(data.resolve("Training/a/scan.jpg"))).isEqualTo(files.get("Training/a/scan.jpg"));
    }

    /** A segment behind the start of the image. */
    private static byte[] withSegment(byte[] jpeg, int marker, String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write(payload.length + 2 >> 8);
        out.write(payload.length + 2);
        out.writeBytes(payload);
        out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return out.toByteArray();
    }

    /** A chunk behind the header, which is 25 bytes behind the signature of 8. */
    private static byte[] withChunk(byte[] png, String type, String text) {
        byte[] body = (type + text).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length - 4).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.writeBytes(Arrays.copyOfRange(png, 33, png.length));
        return out.toByteArray();
    }
}
