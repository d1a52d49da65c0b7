package io.github.tumorbench.lab.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What an input or output problem means, fit to follow the word "found". */
final class IoWords {
    private IoWords() {}

    static String of(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "nothing there";
        }
        if (problem instanceof AccessDeniedException) {
            return "that permission is denied";
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return "a file where a folder is needed (" + ((FileSystemException) problem).getFile() + ")";
        }
        if (problem instanceof FileSystemLoopException) {
            return "a link that leads back to its own folder";
        }
        if (problem instanceof FileSystemException e && e.getReason() != null) {
            return "a problem: " + e.getReason();
        }
        return "a problem: " + problem.getMessage();
    }
}
