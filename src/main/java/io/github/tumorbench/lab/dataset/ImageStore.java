package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.Channels;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The images of a dataset at one size, in one file outside the heap. Safe for use by several threads.
 *
 * <p>The file: 8 bytes {@code TBIMAGE1}; the size and the number of images as big-endian 32-bit integers; the dataset's
 * digest as 64 ASCII characters; one byte for each image, 1 (grey) or 3 (RGB); then the images in order, each size ×
 * size × channels unsigned bytes, row by row, channels interleaved. Read at explicit positions, so it may be larger than
 * 2 GiB.
 */
public final class ImageStore implements AutoCloseable {
    private static final byte[] MAGIC = "TBIMAGE1".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 64;
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES + DIGEST;

    private final FileChannel channel;
    private final int size;
    private final String datasetDigest;
    private final byte[] channels;
    private final long[] offsets;

    private ImageStore(FileChannel channel, int size, String datasetDigest, byte[] channels) {
        this.channel = channel;
        this.size = size;
        this.datasetDigest = datasetDigest;
        this.channels = channels;
        this.offsets = offsets(size, channels);
    }

    /**
     * Reads every image of the dataset again, resizes it by {@link Resize} and writes the store: first beside the file,
     * then in its place at once.
     *
     * @param size width and height in pixels
     * @return the store, open
     * @throws InputException where the file cannot be written or an image has changed since the dataset was loaded
     */
    public static ImageStore build(Dataset dataset, int size, Path file, Progress progress) {
        Path target = file.toAbsolutePath();
        Path part = null;
        try {
            Files.createDirectories(target.getParent());
            part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
            write(dataset, size, part, progress);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return open(target);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.getCause());
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            deleteQuietly(part);
        }
    }

    /**
     * Opens a store that was built before.
     *
     * @throws InputException where the file is not a whole store
     */
    public static ImageStore open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return read(channel, file);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a store of resized images, found %s".formatted(file, IoWords.of(e)), e);
        }
    }

    /** Width and height of every image, in pixels. */
    public int size() {
        return size;
    }

    /** How many images there are. */
    public int count() {
        return channels.length;
    }

    /** {@link Dataset#digest()} of the dataset it was built from. */
    public String datasetDigest() {
        return datasetDigest;
    }

    /**
     * Puts one image into a buffer at its position and moves the position behind it.
     *
     * @param sampleIndex {@link Sample#index()}
     * @param target with at least size × size × 3 bytes remaining; gets unsigned bytes, row by row, red, green and blue
     *     interleaved (a grey image three times the same)
     */
    public void readRgb(int sampleIndex, ByteBuffer target) {
        int pixels = size * size;
        int start = target.position();
        int end = start + 3 * pixels;
        boolean grey = channels[sampleIndex] == 1;
        ByteBuffer part =
                target.duplicate().position(grey ? end - pixels : start).limit(end);
        try {
            Channels.readFully(channel, part, offsets[sampleIndex]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (grey) {
            // The grey values lie in the last third; each is read before anything is written onto it.
            for (int in = end - pixels, out = start; in < end; in++, out += 3) {
                byte value = target.get(in);
                target.put(out, value).put(out + 1, value).put(out + 2, value);
            }
        }
        target.position(end);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Dataset dataset, int size, Path part, Progress progress) throws IOException {
        int count = dataset.samples().size();
        byte[] channels = new byte[count];
        for (int i = 0; i < count; i++) {
            channels[i] = (byte) dataset.channels(i);
        }
        long[] offsets = offsets(size, channels);
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE);
                Progress.Task task = progress.start("Resizing images to " + size + "×" + size, count)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER + count);
            header.put(MAGIC).putInt(size).putInt(count);
            header.put(dataset.digest().getBytes(StandardCharsets.US_ASCII)).put(channels);
            Channels.writeFully(out, header.flip(), 0);
            Workers.forEach(count, task, i -> {
                PixelImage image = Resize.toSquare(dataset.pixels(i), size);
                try {
                    Channels.writeFully(out, ByteBuffer.wrap(image.data()), offsets[i]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static ImageStore read(FileChannel channel, Path file) throws IOException {
        InputException damaged = new InputException(
                "%s: expected a whole store of resized images, found a damaged one; delete it".formatted(file));
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (channel.size() < HEADER) {
            throw damaged;
        }
        Channels.readFully(channel, header, 0);
        header.flip();
        byte[] magic = new byte[MAGIC.length];
        byte[] digest = new byte[DIGEST];
        header.get(magic);
        int size = header.getInt();
        int count = header.getInt();
        header.get(digest);
        if (!Arrays.equals(magic, MAGIC) || size < 1 || count < 0 || channel.size() < HEADER + (long) count) {
            throw damaged;
        }
        byte[] channels = new byte[count];
        Channels.readFully(channel, ByteBuffer.wrap(channels), HEADER);
        ImageStore store = new ImageStore(channel, size, new String(digest, StandardCharsets.US_ASCII), channels);
        if (channel.size() != store.offsets[count]) {
            throw damaged;
        }
        return store;
    }

    /** Where each image begins, and at last where the file ends. */
    private static long[] offsets(int size, byte[] channels) {
        long[] offsets = new long[channels.length + 1];
        offsets[0] = HEADER + (long) channels.length;
        for (int i = 0; i < channels.length; i++) {
            offsets[i + 1] = offsets[i] + (long) size * size * channels[i];
        }
        return offsets;
    }

    private static InputException unwritable(Path file, IOException problem) {
        return new InputException(
                "%s: expected to write the resized images there, found %s".formatted(file, IoWords.of(problem)),
                problem);
    }

    private static void deleteQuietly(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // The problem that led here is the one worth telling.
        }
    }
}
