package io.github.tumorbench.lab.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG file (W3C PNG specification, section 5) to its end, check sums included. */
final class PngStructure {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngStructure() {}

    static boolean begins(byte[] bytes) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes.length <= i || bytes[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    /** The header of a file that begins as PNG. */
    static ImageHeader check(byte[] bytes) throws UnreadableImageException {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
        ImageHeader header = null;
        while (true) {
            int length = in.remaining() < 12 ? -1 : in.getInt(in.position());
            if (length < 0 || length > in.remaining() - 12) {
                throw new UnreadableImageException("a PNG cut short (no end-of-image chunk)");
            }
            int start = in.position() + 4;
            String type = new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(bytes, start, 4 + length);
            if ((int) crc.getValue() != in.getInt(start + 4 + length)) {
                throw new UnreadableImageException("a damaged PNG (check sum of its %s chunk)".formatted(type));
            }
            if (header == null) {
                header = header(type, length, in, start + 4);
            }
            if (type.equals("IEND")) {
                return header;
            }
            in.position(start + 4 + length + 4);
        }
    }

    private static ImageHeader header(String type, int length, ByteBuffer in, int at) throws UnreadableImageException {
        if (!type.equals("IHDR") || length != 13) {
            throw new UnreadableImageException("a damaged PNG (no header)");
        }
        int channels =
                switch (in.get(at + 9)) {
                    case 0 -> 1;
                    case 2, 3 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> throw new UnreadableImageException("a damaged PNG (unknown colour type)");
                };
        return new ImageHeader(in.getInt(at), in.getInt(at + 4), in.get(at + 8), channels);
    }
}
