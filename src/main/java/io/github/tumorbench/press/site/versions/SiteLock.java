package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One release at a time: a lock beside the site, which the system lifts when its process ends, however it ends. */
final class SiteLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private SiteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws InputException if another release has it
     */
    static SiteLock of(Path site) throws IOException {
        Path file = site.resolveSibling("." + site.getFileName() + "-release.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new SiteLock(file, channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(site);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw taken(site);
    }

    private static InputException taken(Path site) {
        return new InputException(site + ": expected to be alone with the site, found another release at work");
    }

    /** @throws IOException if the file was taken away under it */
    void check() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the lock " + file + " was deleted");
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
