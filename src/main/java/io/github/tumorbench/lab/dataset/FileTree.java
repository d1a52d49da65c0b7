package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files below a folder or inside a zip archive, by their {@code /}-separated paths. Hidden files and what macOS adds
 * to archives are left out. Safe for use by several threads.
 */
interface FileTree extends AutoCloseable {
    /** The most bytes one image or mask may have. */
    long MOST_BYTES = 256L << 20;

    /** Opens a folder or an archive; where there is neither, the archive of that name with {@code .zip} at its end. */
    static FileTree open(Path path, String expected) {
        if (Files.isDirectory(path)) {
            return new FolderTree(path);
        }
        if (Files.exists(path)) {
            return new ZipTree(path);
        }
        Path zip = path.resolveSibling(path.getFileName() + ".zip");
        if (Files.isRegularFile(zip)) {
            return new ZipTree(zip);
        }
        throw new InputException("%s: expected %s, found nothing there".formatted(path, expected));
    }

    /** Whether a path is of a file that we take for an image: JPEG or PNG by its ending, in any case. */
    static boolean isImage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
    }

    /** Whether a path is of no interest: a part of it is hidden or macOS's. */
    static boolean isHidden(String path) {
        for (String part : path.split("/")) {
            if (part.startsWith(".") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    /** The folder's or archive's own name. */
    String name();

    /** Files, sorted. */
    List<String> files();

    /** Folders that are listed, sorted; those that only files imply may be missing. */
    List<String> folders();

    /** The bytes of one of the files. */
    byte[] read(String file) throws UnreadableImageException;

    /** Names all that the tree holds, where that costs less than reading each file; else empty. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** How to call a path inside the tree in messages; an empty path is the tree itself. */
    String place(String path);

    @Override
    void close();
}
