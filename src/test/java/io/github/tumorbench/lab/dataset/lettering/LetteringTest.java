package io.github.tumorbench.lab.dataset.lettering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On drawn heads with and without writing, stored as JPEG; how precise it is on real images is told in data/README.md. */
class LetteringTest {
    private static final int HEADS = 20;
    private static final Map<List<Integer>, byte[]> DRAWN = new ConcurrentHashMap<>();
    private static final List<String> WORDS = List.of("SMITH J", "12.03.1957", "KH Nord 3", "ID 48213");

    /** Of twenty pictures each; measured, all rows together: 0.95 of 150, and no line that was not there. */
    @ParameterizedTest
    @CsvSource({
        "224,  8, false, 19",
        "224, 10, false, 19",
        "224, 14, false, 18",
        "224, 20, false, 15",
        "224, 10, true, 19",
        "224, 14, true, 18",
        "400, 12, false, 19",
        "400, 20, false, 18",
        "400, 32, false, 16"
    })
    void writingInACornerIsFoundWhereItStands(int size, int points, boolean negative, int least) throws IOException {
        int found = 0;
        for (int i = 0; i < HEADS; i++) {
            byte[] head = head(size, i);
            int[] box = new int[4];
            byte[] written = written(negative ? Morphology.inverted(head) : head, size, points, i, !negative, box);
            List<TextLine> lines = Lettering.find(size, size, written);
            found += lines.stream().anyMatch(line -> meets(line, box)) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"96, 60", "224, 60", "400, 10"})
    void noHeadWithoutWritingIsTakenForOneWithSome(int size, int heads) throws IOException {
        int alarms = 0;
        for (int i = 0; i < heads; i++) {
            alarms += Lettering.find(size, size, stored(head(size, 1000 + i), size))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(alarms).isZero();
    }

    @Test
    void plainPicturesAndNoiseHoldNone() {
        byte[] noise = new byte[128 * 96];
        assertThat(Lettering.find(128, 96, noise)).isEmpty();
        new java.util.Random(3).nextBytes(noise);
        assertThat(Lettering.find(128, 96, noise)).isEmpty();
        assertThat(Lettering.find(1, 1, new byte[1])).isEmpty();
    }

    @Test
    void rulesAndScalesAreNoWriting() {
        byte[] ruler = new byte[200 * 200];
        for (int x = 40; x < 160; x++) {
            for (int y = 180; y < (x % 10 == 0 ? 190 : 182); y++) {
                ruler[y * 200 + x] = (byte) 255;
            }
        }
        assertThat(Lettering.find(200, 200, ruler)).isEmpty();
    }

    private static byte[] head(int size, int number) {
        return DRAWN.computeIfAbsent(List.of(size, number), key -> new PhantomScanner(21, size)
                .scan(PhantomClass.values()[number % 4], number)
                .pixels());
    }

    /** A word in one of the corners; its box is told. */
    private static byte[] written(byte[] head, int size, int points, int number, boolean white, int[] box)
            throws IOException {
        BufferedImage image = image(head, size);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(white ? java.awt.Color.WHITE : java.awt.Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, number % 3 == 0 ? Font.BOLD : Font.PLAIN, points));
        FontMetrics metrics = graphics.getFontMetrics();
        String word = WORDS.get(number / 4 % WORDS.size());
        box[2] = metrics.stringWidth(word);
        box[3] = metrics.getAscent();
        box[0] = number % 2 == 0 ? 3 : size - 3 - box[2];
        box[1] = number % 4 < 2 ? 2 : size - 3 - box[3];
        graphics.drawString(word, box[0], box[1] + box[3]);
        graphics.dispose();
        return stored(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), size);
    }

    private static boolean meets(TextLine line, int[] box) {
        return line.left() < box[0] + box[2]
                && line.left() + line.width() > box[0]
                && line.top() < box[1] + box[3]
                && line.top() + line.height() > box[1];
    }

    /** As a JPEG of usual quality gives it back. */
    private static byte[] stored(byte[] grey, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image(grey, size), "jpg", bytes);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        return (byte[]) read.getRaster().getDataElements(0, 0, size, size, null);
    }

    private static BufferedImage image(byte[] grey, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, size, size, grey);
        return image;
    }
}
