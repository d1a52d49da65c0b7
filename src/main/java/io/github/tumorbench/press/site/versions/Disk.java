package io.github.tumorbench.press.site.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything a release changes on the disk, in steps of which each can be the last. */
interface Disk {
    /** Makes a folder and those above it. */
    void makeFolders(Path folder) throws IOException;

    /** Writes a file, which may be cut off in the middle. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Renames in one step; a file at the target is replaced, a folder is not. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Deletes a folder with all it holds; nothing happens where there is none. */
    default void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            delete(path);
        }
    }

    /** The disk itself. */
    static Disk real() {
        return new Disk() {
            @Override
            public void makeFolders(Path folder) throws IOException {
                Files.createDirectories(folder);
            }

            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                Files.write(file, bytes);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            }

            @Override
            public void delete(Path path) throws IOException {
                Files.delete(path);
            }
        };
    }
}
