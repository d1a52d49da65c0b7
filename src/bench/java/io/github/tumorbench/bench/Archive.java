package io.github.tumorbench.bench;

import io.github.tumorbench.lab.dataset.ImageEntry;
import io.github.tumorbench.lab.dataset.ImageSource;
import io.github.tumorbench.lab.dataset.Sources;
import io.github.tumorbench.lab.dataset.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The images that are decoded: the given archive, or phantoms packed like it. */
final class Archive {
    private static final int PHANTOM_SIZE = 256;
    private static final int PHANTOMS_FOR_TRAINING = 150;
    private static final int PHANTOMS_FOR_TESTING = 30;

    private Archive() {}

    static Path of(Settings settings, String group, Findings findings) throws IOException {
        if (settings.data() != null) {
            findings.remark(group, "Images of %s.".formatted(settings.data().getFileName()));
            return settings.data();
        }
        findings.remark(
                group,
                "Phantoms of %d×%d as PNG, for no -Ddata=ARCHIVE.zip was given.".formatted(PHANTOM_SIZE, PHANTOM_SIZE));
        Path archive = settings.output().resolve("phantoms.zip");
        if (!Files.isRegularFile(archive)) {
            pack(archive);
        }
        return archive;
    }

    private static void pack(Path archive) throws IOException {
        Path part = archive.resolveSibling("phantoms.zip.part");
        try (ImageSource phantoms = Sources.open(
                        Studies.ofPhantoms(PHANTOM_SIZE, PHANTOMS_FOR_TRAINING, PHANTOMS_FOR_TESTING), null);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            for (ImageEntry entry : phantoms.entries()) {
                zip.putNextEntry(new ZipEntry(entry.file()));
                zip.write(phantoms.bytes(entry));
                zip.closeEntry();
            }
        } catch (UnreadableImageException e) {
            throw new IllegalStateException(e);
        }
        Files.move(part, archive);
    }

    /** The archive's images in a folder, for those who do not read archives. */
    static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path file = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }
}
