package io.github.tumorbench.press.site.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All versions of a site, the highest number first. What versions there are, their folders say; which of them are withdrawn,
 * {@code versions.json} says and nothing else.
 */
record Catalogue(List<Entry> entries) {
    /** Name of the list. */
    static final String FILE = "versions.json";

    static final int SCHEMA_VERSION = 1;

    Catalogue {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::number).reversed())
                .toList();
    }

    /**
     * Reads a site; one that does not exist has no versions.
     *
     * @throws InputException if a version or the list is damaged
     */
    static Catalogue read(Path site) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.isDirectory(site)) {
            Map<String, Entry.Withdrawal> withdrawals = withdrawals(site.resolve(FILE));
            for (Path folder : folders(site)) {
                Version version = Json.read(folder.resolve(Version.FILE), Version.class);
                if (!version.number().folder().equals(folder.getFileName().toString())) {
                    throw new InputException(folder.resolve(Version.FILE) + ": version: expected "
                            + folder.getFileName().toString().substring(1) + " as its folder, found "
                            + version.version());
                }
                String manifest = Digests.sha256(folder.resolve(Manifest.FILE));
                entries.add(new Entry(version, manifest, withdrawals.get(version.version())));
            }
        }
        return new Catalogue(entries);
    }

    private static List<Path> folders(Path site) throws IOException {
        try (Stream<Path> children = Files.list(site)) {
            return children.filter(Files::isDirectory)
                    .filter(path -> SemanticVersion.isFolder(path.getFileName().toString()))
                    .toList();
        }
    }

    private static Map<String, Entry.Withdrawal> withdrawals(Path file) {
        Map<String, Entry.Withdrawal> withdrawals = new HashMap<>();
        if (Files.exists(file)) {
            for (JsonNode one : Json.read(file, JsonNode.class).path("versions")) {
                JsonNode withdrawn = one.path("withdrawn");
                if (withdrawn.isObject()) {
                    withdrawals.put(
                            one.path("version").asText(),
                            new Entry.Withdrawal(
                                    withdrawn.path("date").asText(),
                                    withdrawn.path("reason").asText()));
                }
            }
        }
        return withdrawals;
    }

    /** With one version more. */
    Catalogue with(Entry entry) {
        return new Catalogue(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    /** With this version withdrawn. */
    Catalogue withdrawn(SemanticVersion number, Entry.Withdrawal why) {
        return new Catalogue(entries.stream()
                .map(one -> one.number().equals(number) ? one.withdrawn(why) : one)
                .toList());
    }

    Optional<Entry> find(SemanticVersion number) {
        return entries.stream().filter(one -> one.number().equals(number)).findFirst();
    }

    /** The newest version of a study that stands. */
    Optional<Entry> current(String study) {
        return entries.stream()
                .filter(one -> !one.withdrawn() && one.version().study().equals(study))
                .findFirst();
    }

    /** What a visitor shall see first: the newest version of a real study that stands, or else of a phantom. */
    Optional<Entry> landing() {
        return entries.stream().filter(one -> !one.withdrawn()).min(Comparator.comparing((Entry one) -> one.version()
                .phantom()));
    }

    /** {@code current}, {@code superseded} by a newer version of the same study, or {@code withdrawn}. */
    String status(Entry entry) {
        if (entry.withdrawn()) {
            return "withdrawn";
        }
        boolean newest = current(entry.version().study()).filter(entry::equals).isPresent();
        return newest ? "current" : "superseded";
    }

    /** The list as plain data. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schemaVersion", SCHEMA_VERSION);
        tree.put("landing", landing().map(one -> one.version().version()).orElse(null));
        tree.put("versions", entries.stream().map(this::tree).toList());
        return tree;
    }

    private Map<String, Object> tree(Entry entry) {
        Version version = entry.version();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", version.version());
        tree.put("path", version.number().folder() + "/");
        tree.put("date", version.date());
        tree.put("study", version.study());
        tree.put("title", version.title());
        tree.put("badge", version.badge());
        tree.put("doi", version.doi());
        tree.put("status", status(entry));
        tree.put(
                "newest",
                current(version.study()).map(one -> one.version().version()).orElse(null));
        tree.put("withdrawn", entry.withdrawal());
        tree.put("manifest", entry.manifest());
        tree.put("headlines", Json.tree(version.headlines()));
        return tree;
    }
}
