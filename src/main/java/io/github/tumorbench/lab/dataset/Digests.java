package io.github.tumorbench.lab.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as lower-case hexadecimal. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what an image shows: its size, its channels and every pixel. */
    static String of(PixelImage image) {
        MessageDigest digest = sha256();
        String shape = image.width() + "×" + image.height() + "×" + image.channels() + "\n";
        digest.update(shape.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(image.data()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
