package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files in lower-case hexadecimal. */
final class Digests {
    private Digests() {}

    static String sha256(Path file) {
        return of(file, "SHA-256");
    }

    /** For Keras's own statements only, against damage and not against malice. */
    static String md5(Path file) {
        return of(file, "MD5");
    }

    private static String of(Path file, String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InputException(file + ": expected a readable file, found " + e + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
