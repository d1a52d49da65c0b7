package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A folder on disk, links followed, down to one level below the deepest place an image may have. */
final class FolderTree implements FileTree {
    private static final int DEPTH = 5;

    private final Path root;
    private final List<String> files = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();

    FolderTree(Path root) {
        this.root = root;
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new Lister());
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a folder that can be listed, found %s".formatted(root, IoWords.of(e)), e);
        }
        Collections.sort(files);
        Collections.sort(folders);
    }

    @Override
    public String name() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? root.toString() : name.toString();
    }

    @Override
    public List<String> files() {
        return Collections.unmodifiableList(files);
    }

    @Override
    public List<String> folders() {
        return Collections.unmodifiableList(folders);
    }

    @Override
    public byte[] read(String file) throws UnreadableImageException {
        Path path = root.resolve(file);
        try {
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                throw new UnreadableImageException("%s bytes, more than %s".formatted(size, MOST_BYTES));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnreadableImageException("a file that cannot be read (%s)".formatted(IoWords.of(e)), e);
        }
    }

    @Override
    public String place(String path) {
        return root.resolve(path).toString();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String relative = relative(folder);
            if (relative.isEmpty()) {
                return FileVisitResult.CONTINUE;
            }
            if (FileTree.isHidden(relative)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(relative);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String relative = relative(file);
            if (!FileTree.isHidden(relative)) {
                (attributes.isDirectory() ? folders : files).add(relative);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A broken link to an image is one of the files: reading it then says what is wrong with it. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            String relative = relative(file);
            if (FileTree.isHidden(relative)) {
                return FileVisitResult.CONTINUE;
            }
            if (FileTree.isImage(relative)) {
                files.add(relative);
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }
    }
}
