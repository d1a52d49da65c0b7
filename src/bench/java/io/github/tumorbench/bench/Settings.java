package io.github.tumorbench.bench;

import io.github.tumorbench.lab.backbone.Backbones;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured and with what, from the system properties that the {@code bench} profile hands on.
 *
 * @param groups keys of the groups, in the order in which they run
 * @param backbones of inference and training, some of {@link Backbones#names()}
 * @param rounds of each contender
 * @param seconds the least length of one round of inference or training
 * @param threads of every contender
 * @param data zip of images, or null for phantoms
 * @param weights folder of weight files for the frozen study, or null for random weights
 * @param output where the tables go, and everything that is made on the way
 * @param project the project's folder
 * @param python interpreter of the peers in Python
 */
record Settings(
        List<String> groups,
        List<String> backbones,
        int rounds,
        double seconds,
        int threads,
        Path data,
        Path weights,
        Path output,
        Path project,
        String python) {
    /** Images in a batch, of everyone. */
    static final int BATCH = 32;
    /** Width and height of the images, of everyone. */
    static final int INPUT = 224;

    Settings {
        groups = List.copyOf(groups);
        backbones = List.copyOf(backbones);
    }

    /** @throws IllegalArgumentException for what the user can mend, in one line */
    static Settings fromProperties() {
        return new Settings(
                some("bench.groups", Groups.KEYS),
                some("bench.backbones", Backbones.names()),
                Math.toIntExact(Math.round(number("bench.rounds", "5", 1))),
                number("bench.seconds", "4", 0),
                Math.toIntExact(Math.round(number("bench.threads", "2", 1))),
                path("bench.data"),
                path("bench.weights"),
                Path.of(text("bench.output", "target/bench")).toAbsolutePath(),
                Path.of(text("bench.project", ".")).toAbsolutePath().normalize(),
                text("bench.python", "/usr/bin/python3"));
    }

    /** Those of the known names that the property lists; all where it lists none. */
    private static List<String> some(String property, List<String> known) {
        List<String> wanted = Stream.of(text(property, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("-D%s: expected some of %s, found %s"
                    .formatted(property, String.join(",", known), String.join(",", wanted)));
        }
        return wanted.isEmpty()
                ? known
                : known.stream().filter(wanted::contains).toList();
    }

    private static String text(String property, String usual) {
        String value = System.getProperty(property, "").strip();
        return value.isEmpty() ? usual : value;
    }

    private static double number(String property, String usual, double least) {
        String found = text(property, usual);
        try {
            double value = Double.parseDouble(found);
            if (value >= least && value < 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of bounds.
        }
        throw new IllegalArgumentException(
                "-D%s: expected a number of at least %.0f, found %s".formatted(property, least, found));
    }

    private static Path path(String property) {
        String value = text(property, "");
        return value.isEmpty() ? null : Path.of(value).toAbsolutePath();
    }

    Path jar() {
        return project.resolve("target/tumorbench.jar");
    }

    /** A script of the peers. */
    Path script(String name) {
        return project.resolve("src/bench/python").resolve(name);
    }

    /** Where native libraries are unpacked; no stage output lies there. */
    Path nativeCache() {
        return output.resolve("natives");
    }
}
