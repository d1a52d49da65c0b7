package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.cache.Channels;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/**
 * Byte arrays of one length, each made when it is first asked for and from then on read from a temporary file, which goes
 * when the spool is closed. Safe for use by several threads.
 */
final class Spool implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final AtomicIntegerArray written;
    private final int length;

    Spool(int count, int length) {
        this.written = new AtomicIntegerArray(count);
        this.length = length;
        try {
            this.file = Files.createTempFile("tumorbench-", ".spool");
            this.channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The array at a place; {@code made} gives it where nobody asked before, and is always the same. */
    byte[] get(int place, Supplier<byte[]> made) {
        long position = (long) place * length;
        try {
            if (written.get(place) == 1) {
                byte[] bytes = new byte[length];
                Channels.readFully(channel, ByteBuffer.wrap(bytes), position);
                return bytes;
            }
            byte[] bytes = made.get();
            Channels.writeFully(channel, ByteBuffer.wrap(bytes), position);
            written.set(place, 1);
            return bytes;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static InputException unusable(IOException problem) {
        return new InputException(
                "%s: expected a folder for temporary files with enough space, found %s"
                        .formatted(System.getProperty("java.io.tmpdir"), IoWords.of(problem)),
                problem);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
