package io.github.tumorbench.lab.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, as lower-case hexadecimal. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        return io.github.tumorbench.study.Digests.sha256(bytes);
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what an image shows: its size, its channels and every pixel. */
    static String of(PixelImage image) {
        MessageDigest digest = io.github.tumorbench.study.Digests.sha256();
        String shape = image.width() + "×" + image.height() + "×" + image.channels() + "\n";
        digest.update(shape.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(image.data()));
    }
}
