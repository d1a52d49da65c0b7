package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip archive, read in place. Its entries' names, declared sizes and check sums are not trusted. */
final class ZipTree implements FileTree {
    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>();

    ZipTree(Path path) {
        this.path = path;
        try {
            this.zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a whole zip archive or a folder, found a file that cannot be read as one (%s)"
                            .formatted(path, e.getMessage()),
                    e);
        }
        try {
            list();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void list() {
        List<String> problems = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().replace('\\', '/');
            if (leavesFolder(name)) {
                problems.add("%s: expected entries that stay inside the archive's folder, found %s"
                        .formatted(path, entry.getName()));
            } else if (!FileTree.isHidden(name)) {
                add(name, entry, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void add(String name, ZipEntry entry, List<String> problems) {
        if (name.endsWith("/")) {
            folders.add(name.substring(0, name.length() - 1));
            return;
        }
        if (FileTree.isImage(name) && entry.getSize() > MOST_BYTES) {
            problems.add("%s: expected an image of at most %s bytes, found one that declares %s"
                    .formatted(place(name), MOST_BYTES, entry.getSize()));
        }
        if (files.put(name, entry) != null) {
            problems.add("%s: expected each name once in the archive, found it twice".formatted(place(name)));
        }
    }

    private static boolean leavesFolder(String name) {
        return name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || Arrays.asList(name.split("/")).contains("..");
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public List<String> folders() {
        return List.copyOf(folders);
    }

    @Override
    public byte[] read(String file) throws UnreadableImageException {
        ZipEntry entry = files.get(file);
        if (entry.getSize() > MOST_BYTES) {
            throw new UnreadableImageException("%s bytes, more than %s".formatted(entry.getSize(), MOST_BYTES));
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) entry.getSize() + 1);
        } catch (IOException e) {
            throw new UnreadableImageException("a damaged archive entry (%s)".formatted(e.getMessage()), e);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw new UnreadableImageException("a damaged archive entry (size or check sum differs)");
        }
        return bytes;
    }

    /** The digest of the archive's bytes. */
    @Override
    public Optional<String> fingerprint() {
        try {
            return Optional.of(Digests.sha256(path));
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a zip archive that can be read, found %s".formatted(path, IoWords.of(e)), e);
        }
    }

    @Override
    public String place(String inside) {
        return inside.isEmpty() ? path.toString() : path + ": " + inside;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
