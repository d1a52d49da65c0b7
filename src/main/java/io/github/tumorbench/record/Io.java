package io.github.tumorbench.record;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders, with failures said in words. */
final class Io {
    private Io() {}

    /** Something that can fail as files do. */
    interface Action {
        void run() throws IOException;
    }

    /** Writes a file whole, its folders too. */
    static void write(Path file, byte[] bytes) {
        orRefuse(file, "a file that can be written", () -> {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, bytes);
        });
    }

    /** Runs, and turns a failure into one sentence about the place. */
    static void orRefuse(Path place, String expected, Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw refused(place, expected, e);
        }
    }

    static InputException refused(Path place, String expected, IOException e) {
        return new InputException(place + ": expected " + expected + ", found: " + reason(e), e);
    }

    /** Why, without the class of the exception. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no right to do so";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof NotDirectoryException) {
            return "a file where a folder should be";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Deletes a folder with all it holds, following no links; nothing happens where there is none. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
