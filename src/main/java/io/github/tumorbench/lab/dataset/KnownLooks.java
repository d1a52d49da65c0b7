package io.github.tumorbench.lab.dataset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.similarity.Pair;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What looking at every image found out, kept by the images' bytes: decoding and comparing thousands of images takes half a
 * minute, and nothing of it changes with a schedule, a protocol or a seed. The audit is kept too, by all that it depends on.
 */
final class KnownLooks {
    private static final String VERSION = "looks 2";
    private static final String DIGESTS_VERSION = "digests 1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImageSource source;
    private final StageCache cache;
    private final Progress progress;

    /** @param cache null to look anew each time */
    KnownLooks(ImageSource source, StageCache cache, Progress progress) {
        this.source = source;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * The looks and which of them are nearly the same.
     *
     * @param key names the images' bytes; null where nothing is kept
     */
    record Seen(List<Look> looks, List<Pair> pairs, String key) {
        Seen {
            looks = List.copyOf(looks);
            pairs = List.copyOf(pairs);
        }
    }

    /** Looks at every image, or remembers how it looked. */
    Seen see() {
        if (cache == null) {
            return look(null);
        }
        String key = VERSION + "\n" + digest();
        Path file = cache.get(
                        "looks",
                        key,
                        folder -> JSON.writeValue(folder.resolve("looks.json").toFile(), look(key)))
                .folder()
                .resolve("looks.json");
        return read(file, new TypeReference<>() {});
    }

    /** The audit of what was seen; {@code inputs} is everything else that it depends on. */
    Audit audit(Seen seen, String inputs, Supplier<Audit> audit) {
        if (cache == null) {
            return audit.get();
        }
        Path file = cache.get(
                        "audit",
                        seen.key() + "\n" + inputs,
                        folder -> JSON.writeValue(folder.resolve("audit.json").toFile(), audit.get()))
                .folder()
                .resolve("audit.json");
        return read(file, new TypeReference<>() {});
    }

    private static <T> T read(Path file, TypeReference<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Names the images' files, labels and bytes. Of an archive that was read before it is remembered by the archive's own digest,
     * which takes a fraction of the time that unpacking takes.
     */
    private String digest() {
        return source.fingerprint()
                .map(archive ->
                        cache.text("digests", DIGESTS_VERSION + "\n" + archive, () -> Digests.sha256(digests())))
                .orElseGet(() -> Digests.sha256(digests()));
    }

    /** One line for each image: its file and the digest of its bytes, or what keeps them from being read. */
    private byte[] digests() {
        List<ImageEntry> entries = source.entries();
        String[] lines = new String[entries.size()];
        try (Progress.Task task = progress.start("Reading images", lines.length)) {
            Workers.forEach(lines.length, task, i -> lines[i] = line(entries.get(i)));
        }
        return String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String line(ImageEntry entry) {
        try {
            return "%s %s %s %s"
                    .formatted(entry.file(), entry.label(), entry.split(), Digests.sha256(source.bytes(entry)));
        } catch (UnreadableImageException e) {
            return entry.file() + " unread " + e.found();
        }
    }

    private Seen look(String key) {
        List<ImageEntry> entries = source.entries();
        Look[] looks = new Look[entries.size()];
        try (Progress.Task task = progress.start("Looking at images", looks.length)) {
            Workers.forEach(looks.length, task, i -> looks[i] = Look.at(source, entries.get(i)));
        }
        try (Progress.Task task = progress.start("Looking for copies", 1)) {
            Seen seen = new Seen(List.of(looks), Copies.pairs(List.of(looks)), key);
            task.step(1);
            return seen;
        }
    }
}
