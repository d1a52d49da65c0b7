package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code MANIFEST.sha256}: the digest of every file of a version and of every shared object it shows, as {@code sha256sum -c}
 * reads it.
 *
 * @param digests SHA-256 by path relative to the version's folder, {@code /}-separated; the manifest itself is not among them
 */
public record Manifest(SortedMap<String, String> digests) {
    /** Name of the file. */
    public static final String FILE = "MANIFEST.sha256";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\\\\\n]+)");

    public Manifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** What lies in the folder now, with objects that lie elsewhere. */
    static Manifest of(Path folder, Map<String, String> objects) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>(objects);
        for (String name : files(folder)) {
            digests.put(name, Digests.sha256(folder.resolve(name)));
        }
        return new Manifest(digests);
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        digests.forEach(
                (name, digest) -> out.append(digest).append("  ").append(name).append('\n'));
        return out.toString();
    }

    /**
     * Reads the manifest of a version.
     *
     * @throws InputException if there is none or a line of it says something else
     */
    public static Manifest read(Path version) {
        Path file = version.resolve(FILE);
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new InputException(file + ": expected the manifest of a version, found: " + Failures.reason(e), e);
        }
        SortedMap<String, String> digests = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches() || !inside(line.group(2))) {
                problems.add(file + ": line " + (i + 1) + ": expected a digest, two spaces and a path, found "
                        + lines.get(i));
            } else {
                digests.put(line.group(2), line.group(1));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Manifest(digests);
    }

    /** A path must not lead elsewhere than into the version or to the shared objects. */
    private static boolean inside(String name) {
        String own = name.startsWith(SharedObjects.FROM_VERSION) ? name.substring(3) : name;
        return !own.startsWith("/") && !List.of(own.split("/")).contains("..");
    }

    /**
     * What differs between the manifest and the folder: one sentence for each file that is damaged, missing or too much.
     *
     * @param name how to call the version
     */
    public List<String> differences(Path version, String name) throws IOException {
        List<String> problems = new ArrayList<>();
        TreeSet<String> extra = new TreeSet<>(files(version));
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            Path file = version.resolve(entry.getKey()).normalize();
            extra.remove(entry.getKey());
            if (!Files.isRegularFile(file)) {
                problems.add(name + "/" + entry.getKey() + ": expected this file, found none");
                continue;
            }
            String found = Digests.sha256(file);
            if (!found.equals(entry.getValue())) {
                problems.add("%s/%s: expected the digest %s, found %s"
                        .formatted(name, entry.getKey(), shortened(entry.getValue()), shortened(found)));
            }
        }
        extra.forEach(file -> problems.add(name + "/" + file + ": expected no such file, found one"));
        return problems;
    }

    /** Enough of a digest to tell two apart. */
    public static String shortened(String digest) {
        return digest.substring(0, Math.min(12, digest.length())) + "…";
    }

    /** All files of a version but its manifest, sorted. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(FILE))
                    .sorted()
                    .toList();
        }
    }
}
