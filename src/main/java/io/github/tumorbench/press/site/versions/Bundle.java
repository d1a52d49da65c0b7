package io.github.tumorbench.press.site.versions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that holds a site of one version: its folder, the objects it shows, and what lists it. So every link leads inside, and
 * {@code verify} takes the unpacked folder as it takes any other. Equal versions give equal bytes.
 */
final class Bundle {
    /** The earliest a zip can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bundle() {}

    /**
     * Bytes of the zip.
     *
     * @param version its folder
     * @param objects where each of its objects lies, by its name within {@link SharedObjects#FOLDER}
     */
    static byte[] of(Entry entry, Path version, Map<String, Path> objects) throws IOException {
        String name = entry.number().folder();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String file : Manifest.files(version)) {
            files.put(name + "/" + file, Files.readAllBytes(version.resolve(file)));
        }
        files.put(name + "/" + Manifest.FILE, Files.readAllBytes(version.resolve(Manifest.FILE)));
        for (Map.Entry<String, Path> object : objects.entrySet()) {
            files.put(SharedObjects.FOLDER + "/" + object.getKey(), Files.readAllBytes(object.getValue()));
        }
        Catalogue alone = new Catalogue(List.of(entry));
        DerivedFiles.of(alone).forEach(files::put);
        return zip("tumorbench-" + name + "/", files);
    }

    private static byte[] zip(String folder, SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
