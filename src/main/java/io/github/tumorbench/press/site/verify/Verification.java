package io.github.tumorbench.press.site.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tumorbench.press.figures.Lettering;
import io.github.tumorbench.press.site.versions.Json;
import io.github.tumorbench.press.site.versions.Manifest;
import io.github.tumorbench.press.site.versions.Program;
import io.github.tumorbench.press.site.versions.Version;
import io.github.tumorbench.press.site.versions.VersionFolder;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at one version: its files, then what they say. */
public final class Verification {
    private final Path folder;
    private final String name;
    private final Program program;
    private final VersionFolder.Rendering rendering;
    private final List<String> problems = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    private Verification(Path folder, Program program, VersionFolder.Rendering rendering) {
        this.folder = folder.toAbsolutePath().normalize();
        this.name = String.valueOf(this.folder.getFileName());
        this.program = program;
        this.rendering = rendering;
    }

    /**
     * Verifies a version.
     *
     * @param program this one
     * @param rendering how it makes a report of a record
     * @throws InputException if the folder is not a version
     */
    public static Verdict of(Path folder, Program program, VersionFolder.Rendering rendering) {
        return new Verification(folder, program, rendering).run();
    }

    private Verdict run() {
        if (!Files.isRegularFile(folder.resolve(Version.FILE)) && !Files.isRegularFile(folder.resolve(Manifest.FILE))) {
            throw new InputException(folder + ": expected the folder of a released version, found none");
        }
        try {
            files();
            if (problems.isEmpty()) {
                wellFormed();
            }
            if (problems.isEmpty()) {
                recompute();
            } else {
                checked.add("numbers were not recomputed, as files differ");
            }
        } catch (InputException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            throw new InputException(folder + ": expected a version that can be read, found " + e.getMessage(), e);
        }
        return new Verdict(name, problems, checked);
    }

    private void files() throws IOException {
        listed();
        Manifest manifest = Manifest.read(folder);
        problems.addAll(manifest.differences(folder, name));
        checked.add(manifest.digests().size() + " files: digests compared with " + Manifest.FILE);
    }

    /** The list of versions, where it lies beside, has the manifest's own digest. */
    private void listed() throws IOException {
        Path list = folder.resolveSibling("versions.json");
        if (!Files.isRegularFile(list)) {
            return;
        }
        String found = Digests.sha256(folder.resolve(Manifest.FILE));
        for (JsonNode one : Json.read(list, JsonNode.class).path("versions")) {
            String expected = one.path("manifest").asText();
            if (name.equals("v" + one.path("version").asText()) && !found.equals(expected)) {
                problems.add("%s/%s: expected the digest %s as versions.json has it, found %s"
                        .formatted(name, Manifest.FILE, Manifest.shortened(expected), Manifest.shortened(found)));
            }
        }
    }

    private void wellFormed() {
        Published.of(folder).forEach((file, text) -> problems.addAll(WellFormed.problems(name + "/" + file, text)));
        checked.add("citations, JSON and JSON-LD are well-formed");
    }

    private void recompute() throws IOException {
        Version version = Json.read(folder.resolve(Version.FILE), Version.class);
        StudyRecord record = RecordReader.read(folder.resolve(VersionFolder.RECORD));
        Path workshop = Files.createTempDirectory("tumorbench-verify");
        try {
            Path again = workshop.resolve(name);
            new VersionFolder(record, version.imprint(), version.program(), rendering)
                    .fill(again, workshop.resolve("objects"));
            boolean same = program.same(version.program());
            Recomputation recomputation = new Recomputation(
                    name, folder, again, facts(record), same, Lettering.digest().equals(version.lettering()));
            problems.addAll(recomputation.problems());
            checked.add("made by tumorbench " + version.program().words()
                    + (same ? ", as this one" : "; this is " + program.words()));
            checked.addAll(recomputation.checked());
        } finally {
            delete(workshop);
        }
    }

    /** Classes, files and experiments by id: what a number is about. */
    private static Set<String> facts(StudyRecord record) {
        Set<String> facts = new HashSet<>(record.run().classes());
        record.manifest().forEach(row -> facts.add(row.file()));
        record.experiments().forEach(one -> {
            facts.add(one.experiment().id());
            one.predictions().forEach(prediction -> facts.add(prediction.file()));
        });
        return facts;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
