package io.github.tumorbench.press.site;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report as one file, for mail and archives. */
public final class SingleFile {
    /** Begins what a file of ours says about its maker. */
    static final String GENERATOR = "<meta name=\"generator\" content=\"Tumorbench";

    private static final int BEGINNING = 4096;

    private SingleFile() {}

    /**
     * Whether the file can be put there; asked before anything is computed.
     *
     * @throws InputException if a folder, or a file that is no report of ours, is there, or its folder cannot be made
     */
    public static void check(Path target) {
        for (Path path = target.toAbsolutePath().normalize().getParent(); path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new InputException(
                        target + ": expected a place for a report in one file, found the file " + path);
            }
        }
        if (Files.isDirectory(target)) {
            throw new InputException(target + ": expected a file for the report, found a folder");
        }
        if (Files.exists(target) && !isReport(target)) {
            throw new InputException(
                    target + ": expected no file or a report in one file to replace, found another file");
        }
    }

    /**
     * Writes a rendered site as one file: whole or not at all.
     *
     * @param site as {@link Press} fills it
     * @throws InputException if the target cannot be written
     */
    public static void write(Path site, Path target) {
        byte[] bytes = new SinglePage(site).html().getBytes(StandardCharsets.UTF_8);
        Path place = target.toAbsolutePath().normalize();
        Path part = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Files.createDirectories(place.getParent());
            Files.write(part, bytes);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException(
                    target + ": expected a file that can be written, found "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static boolean isReport(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(GENERATOR);
        } catch (IOException e) {
            throw new InputException(file + ": expected a file that can be read, found no right to do so", e);
        }
    }
}
