package io.github.tumorbench.lab.cache;

import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stage outputs by the digest of their inputs: {@code <root>/<stage>/<sha256 of the key>/}, each with the key in
 * {@code key.txt}.
 *
 * <p>An entry is computed in a folder beside its place and moved there whole, so that what is in the cache is always
 * complete, whenever a run is stopped.
 */
public final class StageCache {
    private static final String KEY_FILE = "key.txt";
    private static final String TEXT_FILE = "digest.txt";

    private final Path root;

    public StageCache(Path root) {
        this.root = root;
    }

    /** Computes a stage's output into an empty folder. */
    @FunctionalInterface
    public interface Stage {
        void compute(Path folder) throws IOException;
    }

    /**
     * A stage's output.
     *
     * @param cached whether it was there already
     */
    public record Entry(Path folder, boolean cached) {}

    /** Where the cache lies. */
    public Path root() {
        return root;
    }

    /** A short text that a stage has for its output, as {@link #get} computes and keeps it. */
    public String text(String stage, String key, Supplier<String> computation) {
        Entry entry = get(stage, key, folder -> Files.writeString(folder.resolve(TEXT_FILE), computation.get()));
        try {
            return Files.readString(entry.folder().resolve(TEXT_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The output of a stage, computed now if it is not there.
     *
     * @param stage a short name; outputs that differ in meaning have different stages
     * @param key everything the output depends on, the version of the stage's code included
     * @throws InputException if the cache cannot be written
     */
    public Entry get(String stage, String key, Stage computation) {
        Path target = root.resolve(stage).resolve(Digests.sha256(key));
        if (Files.isRegularFile(target.resolve(KEY_FILE))) {
            return new Entry(target, true);
        }
        Path computing = null;
        try {
            Files.createDirectories(target.getParent());
            computing = Files.createTempDirectory(target.getParent(), "computing-");
            computation.compute(computing);
            Files.writeString(computing.resolve(KEY_FILE), key);
            moveIn(computing, target);
            return new Entry(target, false);
        } catch (FileSystemException e) {
            throw unwritable(e);
        } catch (IOException e) {
            throw new InputException(
                    root + ": expected a cache folder that can be written, found: " + e.getMessage(), e);
        } finally {
            Folders.deleteQuietly(computing);
        }
    }

    /** What is kept of a stage's output while it is still being computed, by the key of the stage. */
    public Drafts drafts(String key) {
        return new Drafts(root.resolve("drafts").resolve(Digests.sha256(key)));
    }

    /** Every entry of a stage, in the order of their digests. */
    public List<Path> entries(String stage) {
        Path folder = root.resolve(stage);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(KEY_FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(folder + ": expected a folder that can be read, found: " + e.getMessage(), e);
        }
    }

    private static void moveIn(Path computed, Path target) throws IOException {
        try {
            Files.move(computed, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another process finished the same stage first; its output is equal.
            if (!Files.isRegularFile(target.resolve(KEY_FILE))) {
                throw e;
            }
        }
    }

    private InputException unwritable(FileSystemException e) {
        String found = e instanceof AccessDeniedException
                ? "no right to write"
                : e instanceof NoSuchFileException ? "no such folder" : String.valueOf(e.getReason());
        return new InputException(
                "%s: expected a cache folder that can be written, found: %s (%s)".formatted(root, found, e.getFile()),
                e);
    }
}
