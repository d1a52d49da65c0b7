package io.github.tumorbench.lab.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes 8-bit grey images as PNG (W3C PNG specification) without compression: stored deflate blocks (RFC 1951), unfiltered
 * rows. So the bytes depend on the pixels alone and not on a platform's compressor.
 */
public final class GreyPng {
    private static final int MOST_STORED = 65535;

    private GreyPng() {}

    /**
     * The file's bytes; their number depends on width and height alone.
     *
     * @param pixels height × width unsigned bytes, row by row
     */
    public static byte[] encode(int width, int height, byte[] pixels) {
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, rows, y * (width + 1) + 1, width);
        }
        byte[] stored = stored(rows);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) 8).put((byte) 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream(stored.length + 64);
        out.writeBytes(PngStructure.SIGNATURE);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", stored);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A zlib stream (RFC 1950) of stored blocks. */
    private static byte[] stored(byte[] data) {
        int blocks = (data.length + MOST_STORED - 1) / MOST_STORED;
        ByteBuffer out = ByteBuffer.allocate(data.length + 5 * blocks + 6);
        out.put((byte) 0x78).put((byte) 0x01);
        for (int start = 0; start < data.length; start += MOST_STORED) {
            int length = Math.min(MOST_STORED, data.length - start);
            out.put((byte) (start + length == data.length ? 1 : 0));
            // Deflate's lengths are little-endian, the second one inverted.
            out.putShort(Short.reverseBytes((short) length)).putShort(Short.reverseBytes((short) ~length));
            out.put(data, start, length);
        }
        Adler32 adler = new Adler32();
        adler.update(data);
        return out.putInt((int) adler.getValue()).array();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        out.writeBytes(chunk.putInt((int) crc.getValue()).array());
    }
}
