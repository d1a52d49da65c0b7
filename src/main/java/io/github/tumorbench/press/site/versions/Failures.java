package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What a disk refuses, in words. */
final class Failures {
    private Failures() {}

    static InputException refused(Path place, IOException e) {
        String file = e instanceof FileSystemException system && system.getFile() != null ? system.getFile() : "";
        return new InputException(
                (file.isEmpty() ? place : file) + ": expected a place that can be written, found: " + reason(e), e);
    }

    static String reason(IOException e) {
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
        if (e instanceof AtomicMoveNotSupportedException) {
            return "another disk than that of the folder beside it";
        }
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
