package io.github.tumorbench.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads study files, strictly: an unknown key, a wrong type, an impossible value or a reference to nothing is a
 * problem, and all problems are reported at once in one {@link InputException}, in the order of the file.
 */
public final class StudyReader {
    private static final int MOST_BYTES = 1 << 20;

    private StudyReader() {}

    /**
     * Reads a file. Its paths will start at its own folder.
     *
     * @throws InputException if there is no such file, it cannot be read, or it is no valid study
     */
    public static StudyFile read(Path file) {
        String name = file.toString();
        if (Files.notExists(file)) {
            throw new InputException(name + ": expected a study file, found no such file");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(name + ": expected a study file, found a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(
                    name, bytes(name, in), file.toAbsolutePath().normalize().getParent());
        } catch (AccessDeniedException e) {
            throw new InputException(name + ": expected a readable study file, found no right to read it", e);
        } catch (IOException e) {
            throw new InputException(name + ": expected a readable study file, found: " + e.getMessage(), e);
        }
    }

    /**
     * Reads text.
     *
     * @param name how to call it in messages
     * @param folder where the study's relative paths start
     * @throws InputException if it is no valid study
     */
    public static StudyFile parse(String name, String yaml, Path folder) {
        return parse(name, yaml.getBytes(StandardCharsets.UTF_8), folder);
    }

    /**
     * Reads one of the studies that come with the program. Its paths start at the working folder.
     *
     * @param file its name within {@code configs}, e.g. {@code demo.yaml}
     * @throws InputException if there is none of that name
     */
    public static StudyFile readEmbedded(String file) {
        String name = "configs/" + file;
        try (InputStream in = StudyReader.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new InputException(name + ": expected a study that comes with the program, found no such file");
            }
            return parse(name, bytes(name, in), Path.of("").toAbsolutePath());
        } catch (IOException e) {
            throw new InputException(name + ": expected a readable study file, found: " + e.getMessage(), e);
        }
    }

    private static StudyFile parse(String name, byte[] bytes, Path folder) {
        Study study = StudyParser.parse(name, YamlTree.parse(name, text(name, bytes)));
        return new StudyFile(name, folder, Digests.sha256(bytes), study);
    }

    private static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException(name + ": expected a study file of at most 1 MiB, found more");
        }
        return bytes;
    }

    /** Decodes UTF-8, a byte order mark aside. */
    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(name + ": expected text in UTF-8, found other bytes", e);
        }
    }
}
