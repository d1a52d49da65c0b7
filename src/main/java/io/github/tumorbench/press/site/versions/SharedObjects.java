package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes pictures and fonts out of a report to where all versions share them, {@code site/objects/SHA256.EXT}, and leads the
 * report's files there. The record inside the version keeps its own, so that it can be pressed as it lies.
 */
final class SharedObjects {
    /** Folder of the site. */
    static final String FOLDER = "objects";

    /** The same as a version's files say it. */
    static final String FROM_VERSION = "../" + FOLDER + "/";

    private static final List<String> SHARED = List.of(".png", ".jpg", ".jpeg", ".webp", ".gif", ".woff", ".woff2");
    private static final List<String> READ = List.of(".html", ".css", ".js", ".json", ".svg");

    /** Anything between quotes or brackets that ends like a shared file. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=[\"'(])([^\"'()\\s<>]+\\.(?:png|jpe?g|webp|gif|woff2?))(?=[\"')])");

    private final Path version;
    private final Path objects;
    private final Disk disk;
    private final Map<String, String> moved = new HashMap<>();

    /** @param objects folder to fill */
    SharedObjects(Path version, Path objects, Disk disk) {
        this.version = version;
        this.objects = objects;
        this.disk = disk;
    }

    /** Moves the files and leads to them; gives their digests by their paths from the version. */
    SortedMap<String, String> share() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        List<String> files = Manifest.files(version).stream()
                .filter(name -> !name.startsWith(VersionFolder.RECORD + "/"))
                .toList();
        disk.makeFolders(objects);
        for (String name : files) {
            if (endsWith(name, SHARED)) {
                String digest = Digests.sha256(version.resolve(name));
                String object = digest + name.substring(name.lastIndexOf('.'));
                disk.move(version.resolve(name), objects.resolve(object));
                moved.put(name, FROM_VERSION + object);
                digests.put(FROM_VERSION + object, digest);
            }
        }
        deleteEmptyFolders();
        for (String name : files) {
            if (!moved.isEmpty() && endsWith(name, READ)) {
                lead(name);
            }
        }
        return digests;
    }

    private void lead(String name) throws IOException {
        String text = Files.readString(version.resolve(name));
        Matcher found = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(out, Matcher.quoteReplacement(target(name, found.group())));
        }
        found.appendTail(out);
        if (!text.contentEquals(out)) {
            disk.write(version.resolve(name), out.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where a reference leads now; most are relative to their file, data may count from the report's folder. */
    private String target(String name, String reference) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String relative = moved.get(plain(folder + reference));
        if (relative != null) {
            return "../".repeat((int) name.chars().filter(c -> c == '/').count()) + relative;
        }
        return moved.getOrDefault(reference, reference);
    }

    /** A path without {@code .} and {@code ..}. */
    private static String plain(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private void deleteEmptyFolders() throws IOException {
        List<Path> folders;
        try (Stream<Path> walk = Files.walk(version)) {
            folders = walk.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path folder : folders) {
            try (Stream<Path> children = Files.list(folder)) {
                if (children.findAny().isPresent()) {
                    continue;
                }
            }
            disk.delete(folder);
        }
    }

    private static boolean endsWith(String name, List<String> ends) {
        return ends.stream().anyMatch(name::endsWith);
    }
}
