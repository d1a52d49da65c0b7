package io.github.tumorbench.lab.cache;

import io.github.tumorbench.study.InputException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A table of floats in a file, outside the heap however large it is. Safe for use by several threads.
 *
 * <p>The file: 8 bytes {@code TBROWS01}, the width as a big-endian 32-bit integer, then the rows, big-endian. Read at explicit
 * positions, so it may be larger than 2 GiB; the operating system keeps in memory what there is room for.
 */
public final class RowFile implements Rows, AutoCloseable {
    private static final byte[] MAGIC = "TBROWS01".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Integer.BYTES;

    private final FileChannel channel;
    private final int width;
    private final int count;

    private RowFile(FileChannel channel, int width, int count) {
        this.channel = channel;
        this.width = width;
        this.count = count;
    }

    /** Writes rows one after another. */
    public static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        public Writer(Path file, int width) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
            out.write(MAGIC);
            out.writeInt(width);
        }

        /** @param values one row or several */
        public void append(float[] values) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
            bytes.asFloatBuffer().put(values);
            out.write(bytes.array());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * Opens a table written before.
     *
     * @throws InputException where the file is not a whole table
     */
    public static RowFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            Channels.readFully(channel, header, 0);
            int width = header.getInt(MAGIC.length);
            long rest = channel.size() - HEADER;
            boolean whole = Arrays.equals(Arrays.copyOf(header.array(), MAGIC.length), MAGIC)
                    && width > 0
                    && rest % ((long) width * Float.BYTES) == 0;
            if (!whole) {
                channel.close();
                throw new InputException("%s: expected a whole table of cached numbers, found a damaged one; delete it"
                        .formatted(file.getParent()));
            }
            return new RowFile(channel, width, Math.toIntExact(rest / ((long) width * Float.BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void read(int row, float[] target, int at) {
        ByteBuffer bytes = ByteBuffer.allocate(width * Float.BYTES);
        try {
            Channels.readFully(channel, bytes, HEADER + (long) row * width * Float.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip().asFloatBuffer().get(target, at, width);
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
