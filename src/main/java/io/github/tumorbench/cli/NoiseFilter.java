package io.github.tumorbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Passes a stream on as it comes, but for the lines TensorFlow's native logging writes before its level is read. A line is
 * held back only as long as its beginning could be one of theirs, so progress bars stay alive.
 */
final class NoiseFilter {
    private static final List<byte[]> NOISE = List.of(
            bytes("WARNING: All log messages before absl::InitializeLog()"),
            bytes("I0000 00:00:"),
            bytes("W0000 00:00:"));

    private final OutputStream out;
    private final byte[] beginning = new byte[64];
    private int held;
    private boolean atStart = true;
    private boolean dropping;

    NoiseFilter(OutputStream out) {
        this.out = out;
    }

    /** Until the stream ends. */
    void pass(InputStream in) throws IOException {
        byte[] buffer = new byte[4096];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                accept(buffer[i]);
            }
            out.flush();
        }
        release();
        out.flush();
    }

    private void accept(byte next) throws IOException {
        if (dropping) {
            dropping = next != '\n';
            atStart = !dropping;
        } else if (atStart) {
            beginning[held++] = next;
            if (isNoise()) {
                dropping = true;
                held = 0;
            } else if (!mayBecomeNoise()) {
                release();
                atStart = next == '\n' || next == '\r';
            }
        } else {
            out.write(next);
            atStart = next == '\n' || next == '\r';
        }
    }

    private void release() throws IOException {
        out.write(beginning, 0, held);
        held = 0;
    }

    private boolean isNoise() {
        return NOISE.stream().anyMatch(noise -> noise.length == held && agrees(noise));
    }

    private boolean mayBecomeNoise() {
        return NOISE.stream().anyMatch(noise -> noise.length > held && agrees(noise));
    }

    private boolean agrees(byte[] noise) {
        for (int i = 0; i < held; i++) {
            if (noise[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
