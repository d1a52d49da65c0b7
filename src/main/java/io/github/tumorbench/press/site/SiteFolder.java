package io.github.tumorbench.press.site;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder being filled; all names are {@code /}-separated and relative to it. */
final class SiteFolder {
    private final Path folder;

    SiteFolder(Path folder) {
        this.folder = folder;
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new InputException(file + ": expected to write the report here, found " + reason(e), e);
        }
    }

    /** Copies a file from outside. */
    void copy(Path source, String name) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(source);
        } catch (IOException e) {
            throw new InputException(source + ": expected a readable file of the record, found " + reason(e), e);
        }
        write(name, bytes);
    }

    /** Copies a file of the class path. */
    void resource(String resource, String name) {
        try (InputStream in = SiteFolder.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            write(name, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    /** Names of all files so far, in order. */
    List<String> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(folder + ": expected to read the report here, found " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
