package io.github.tumorbench.record;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * A folder that appears whole or not at all. It is filled beside its place and moved there by {@link #commit}; what was
 * there before stays until then. Closed without a commit, or when the program is interrupted, nothing is left behind:
 * neither a half-filled folder nor parents made for it.
 *
 * <pre>{@code
 * try (AtomicFolder out = AtomicFolder.prepare(target, "a record", folder -> Files.exists(folder.resolve("run.json")))) {
 *     RecordWriter.write(record, out.folder());
 *     out.commit();
 * }
 * }</pre>
 */
public final class AtomicFolder implements AutoCloseable {
    private static final String EXPECTED = "a folder that can be written";

    private static final int ATTEMPTS_AT_EXIT = 5;

    private final Path target;
    private final Path filled;
    private final Path old;
    private final Deque<Path> parents = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::undoAtExit, "tidy-up");
    private boolean done;

    private AtomicFolder(Path target) {
        this.target = target;
        String name = target.getFileName() + "-" + ProcessHandle.current().pid();
        this.filled = target.resolveSibling("." + name + ".part");
        this.old = target.resolveSibling("." + name + ".old");
    }

    /**
     * Makes an empty folder beside the target, on the same disk.
     *
     * @param target where the folder shall be; it may be missing, empty, or hold what it replaces
     * @param what the thing in words, e.g. {@code "a record"}
     * @param replaceable whether a folder that is not empty holds such a thing and may be replaced
     * @throws InputException if the target is a file or a folder of something else, or the place cannot be written
     */
    public static AtomicFolder prepare(Path target, String what, Predicate<Path> replaceable) {
        try {
            check(target, what, replaceable);
            Path real = Files.exists(target)
                    ? target.toRealPath()
                    : target.toAbsolutePath().normalize();
            if (real.getFileName() == null) {
                throw new InputException(target + ": expected a folder for " + what + ", found the root of the disk");
            }
            AtomicFolder folder = new AtomicFolder(real);
            folder.begin();
            return folder;
        } catch (IOException e) {
            throw Io.refused(target, EXPECTED, e);
        }
    }

    private static void check(Path target, String what, Predicate<Path> replaceable) throws IOException {
        for (Path path = target.toAbsolutePath().normalize(); path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new InputException(target + ": expected a folder for " + what + ", found the file " + path);
            }
        }
        if (Files.exists(target) && !Io.isEmpty(target) && !replaceable.test(target)) {
            throw new InputException(
                    target + ": expected an empty folder or " + what + " to replace, found a folder with other files");
        }
    }

    private void begin() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            for (Path path = target.getParent(); !Files.exists(path); path = path.getParent()) {
                parents.push(path);
            }
            for (Path parent : parents) {
                Files.createDirectory(parent);
            }
            Io.deleteTree(filled);
            Files.createDirectory(filled);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The folder to fill. */
    public Path folder() {
        return filled;
    }

    /**
     * Puts the folder in its place, then deletes what was there before.
     *
     * @throws InputException if it cannot be moved; closing then puts the old folder back
     */
    public synchronized void commit() {
        if (done) {
            throw new IllegalStateException("committed or closed before");
        }
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(target, old);
            }
            Files.move(filled, target);
            done = true;
            Io.deleteTree(old);
        } catch (IOException e) {
            throw Io.refused(target, EXPECTED, e);
        }
    }

    /** Without a commit before, deletes all that was made. */
    @Override
    public void close() {
        undo();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending; the hook runs or has run, and does nothing the second time.
        }
    }

    /** Other threads may still be writing while the program ends: tries again, and has nobody to tell a failure. */
    private void undoAtExit() {
        for (int attempt = 0; attempt < ATTEMPTS_AT_EXIT; attempt++) {
            try {
                undo();
                return;
            } catch (InputException e) {
                Thread.onSpinWait();
            }
        }
    }

    private synchronized void undo() {
        if (done) {
            return;
        }
        Io.orRefuse(target, EXPECTED, () -> {
            if (Files.exists(old) && !Files.exists(target)) {
                Files.move(old, target);
            }
            Io.deleteTree(filled);
            while (!parents.isEmpty()) {
                Path deepest = parents.removeLast();
                if (Files.exists(deepest) && Io.isEmpty(deepest)) {
                    Files.delete(deepest);
                }
            }
        });
        done = true;
    }
}
