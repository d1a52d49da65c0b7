package io.github.tumorbench.lab.dataset;

/**
 * Walks the markers of a JPEG file (ITU-T T.81, annex B) from start to end of the image, since the platform's decoder
 * takes half a file for a whole one.
 */
final class JpegStructure {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private final byte[] bytes;
    private int position = 2;
    private ImageHeader header;

    private JpegStructure(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The frame header of a file that begins as JPEG. */
    static ImageHeader check(byte[] bytes) throws UnreadableImageException {
        return new JpegStructure(bytes).walk();
    }

    private ImageHeader walk() throws UnreadableImageException {
        int marker = nextMarker();
        while (marker != END_OF_IMAGE) {
            if (marker != 0x01 && !isRestart(marker)) {
                int length = unsignedShort(position);
                if (isFrame(marker)) {
                    frame();
                }
                position += length;
                if (marker == START_OF_SCAN) {
                    skipScan();
                }
            }
            marker = nextMarker();
        }
        if (header == null) {
            throw new UnreadableImageException("a JPEG without an image");
        }
        return header;
    }

    private void frame() throws UnreadableImageException {
        int precision = unsignedByte(position + 2);
        int height = unsignedShort(position + 3);
        int width = unsignedShort(position + 5);
        header = new ImageHeader(width, height, precision, unsignedByte(position + 7));
    }

    /** The code of the marker at or after the position; the position moves behind it. */
    private int nextMarker() throws UnreadableImageException {
        while (unsignedByte(position) != 0xFF) {
            position++;
        }
        while (unsignedByte(position) == 0xFF) {
            position++;
        }
        return unsignedByte(position++);
    }

    /** Moves over entropy-coded data to the next marker that is not a restart. */
    private void skipScan() throws UnreadableImageException {
        while (true) {
            while (unsignedByte(position) != 0xFF) {
                position++;
            }
            int next = unsignedByte(position + 1);
            if (next != 0 && next != 0xFF && !isRestart(next)) {
                return;
            }
            position += next == 0xFF ? 1 : 2;
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private int unsignedShort(int at) throws UnreadableImageException {
        return unsignedByte(at) << 8 | unsignedByte(at + 1);
    }

    private int unsignedByte(int at) throws UnreadableImageException {
        if (at >= bytes.length) {
            throw new UnreadableImageException("a JPEG cut short (no end-of-image marker)");
        }
        return bytes[at] & 0xff;
    }
}
