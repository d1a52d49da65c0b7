package io.github.tumorbench.lab.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a whole JPEG or PNG file holds beside its picture and could name a person, a place or a time: EXIF, XMP, IPTC,
 * comments, text chunks, and whatever follows the picture's end. Colour profiles and what is needed to decode are no such thing.
 */
final class FileMetadata {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int QUANTISATION = 0xDB;
    private static final int COMMENT = 0xFE;
    private static final Map<String, String> PNG_KINDS =
            Map.of("tEXt", "text", "zTXt", "text", "iTXt", "text", "eXIf", "EXIF", "tIME", "time of change");

    /** One part of a file: its first byte, its length, and what it is if it is metadata, else null. */
    private record Part(int start, int length, String kind) {}

    private final byte[] bytes;
    private final List<Part> parts = new ArrayList<>();
    private int quantisation;

    /** @param bytes a file that was decoded: its structure is sound */
    FileMetadata(byte[] bytes) {
        this.bytes = bytes;
        if (PngStructure.begins(bytes)) {
            png();
        } else {
            jpeg();
        }
    }

    /** Kinds of metadata, sorted; empty for none. */
    List<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        parts.stream().filter(part -> part.kind() != null).forEach(part -> kinds.add(part.kind()));
        return List.copyOf(kinds);
    }

    /** Sum of the steps of a JPEG's quantisation tables, the larger the coarser; 0 for a PNG. */
    int quantisation() {
        return quantisation;
    }

    /** The file without its metadata: the picture's data are copied as they are. */
    byte[] stripped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        parts.stream()
                .filter(part -> part.kind() == null)
                .forEach(part -> out.write(bytes, part.start(), part.length()));
        return out.toByteArray();
    }

    private void png() {
        parts.add(new Part(0, PngStructure.SIGNATURE.length, null));
        int at = PngStructure.SIGNATURE.length;
        String type = "";
        while (!type.equals("IEND")) {
            int length = integer(at, 4) + 12;
            type = text(at + 4, 4);
            parts.add(new Part(at, length, PNG_KINDS.get(type)));
            at += length;
        }
        behind(at);
    }

    /** Segments and scans up to the end of the image. */
    private void jpeg() {
        parts.add(new Part(0, 2, null));
        int at = 2;
        int marker = 0;
        while (marker != END_OF_IMAGE) {
            int start = at;
            while ((bytes[at] & 0xff) != 0xFF || (bytes[at + 1] & 0xff) == 0xFF) {
                at++;
            }
            marker = bytes[at + 1] & 0xff;
            int length = marker == END_OF_IMAGE || isBare(marker) ? 2 : 2 + integer(at + 2, 2);
            if (marker == QUANTISATION) {
                for (int i = at + 4; i < at + length; i++) {
                    quantisation += bytes[i] & 0xff;
                }
            }
            if (marker == START_OF_SCAN) {
                length = scanEnd(at + length) - at;
            }
            parts.add(new Part(start, at - start + length, kind(marker, at + 4)));
            at += length;
        }
        behind(at);
    }

    /** Where the next marker stands that is neither a restart nor a byte of the scan. */
    private int scanEnd(int from) {
        int at = from;
        while ((bytes[at] & 0xff) != 0xFF || bytes[at + 1] == 0 || isBare(bytes[at + 1] & 0xff)) {
            at++;
        }
        return at;
    }

    /** Restarts and the marker of arithmetic coding stand without a segment. */
    private static boolean isBare(int marker) {
        return marker >= 0xD0 && marker <= 0xD7 || marker == 0x01;
    }

    /** Whatever follows the end of the picture. */
    private void behind(int end) {
        if (end < bytes.length) {
            parts.add(new Part(end, bytes.length - end, "data behind the picture"));
        }
    }

    private String kind(int marker, int payload) {
        if (marker == COMMENT) {
            return "comment";
        }
        if (marker == 0xE1) {
            return text(payload, 4).equals("Exif") ? "EXIF" : "XMP";
        }
        if (marker == 0xED) {
            return "IPTC";
        }
        boolean needed = marker < 0xE3 || marker > 0xEF || marker == 0xEE;
        return needed ? null : "application data";
    }

    private int integer(int at, int length) {
        int value = 0;
        for (int i = at; i < at + length; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    private String text(int at, int length) {
        return new String(bytes, at, Math.min(length, bytes.length - at), StandardCharsets.ISO_8859_1);
    }
}
