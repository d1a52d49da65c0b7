package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.site.Press;
import io.github.tumorbench.press.site.Pressed;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes the content of a version from a record: equal records and imprints give equal bytes. */
public final class VersionFolder implements Content {
    /** Where the record lies within a version. */
    public static final String RECORD = "record";

    /** The numbers of each page in their order, for a program that draws pages otherwise. */
    public static final String NUMBERS = "data/numbers.json";

    private static final List<String> KEPT = List.of(".json", ".csv", ".png");

    private final StudyRecord record;
    private final Imprint imprint;
    private final Program program;
    private final Rendering rendering;

    /** How a record becomes a report. */
    public interface Rendering {
        /** Fills the folder, which is empty. */
        Pressed render(StudyRecord record, Path folder, Release release);
    }

    public VersionFolder(StudyRecord record, Imprint imprint, Program program) {
        this(record, imprint, program, Press::render);
    }

    /** The same with another way to render. */
    public VersionFolder(StudyRecord record, Imprint imprint, Program program, Rendering rendering) {
        this.record = record;
        this.imprint = imprint;
        this.program = program;
        this.rendering = rendering;
    }

    @Override
    public SemanticVersion number() {
        return imprint.number();
    }

    @Override
    public SortedMap<String, String> fill(Path version, Path objects, Disk disk) throws IOException {
        Study study = record.run().study();
        Citations citations = new Citations(study.study(), study.title(), study.doi(), imprint);
        Release release = new Release(
                imprint.number().toString(),
                imprint.date().toString(),
                imprint.address(),
                study.doi(),
                citations.all());
        disk.makeFolders(version);
        Pressed pressed = rendering.render(record, version, release);
        copyRecord(version, disk);
        Map<String, String> texts = new LinkedHashMap<>();
        citations.all().forEach(one -> texts.put(one.file(), one.text()));
        texts.put(Citations.ZENODO, citations.zenodo(pressed.question()));
        texts.put(Version.FILE, Json.write(Version.of(imprint, study.doi(), program, pressed)));
        SortedMap<String, String> shared = new SharedObjects(version, objects, disk).share();
        texts.put(NUMBERS, numbers(version));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = version.resolve(text.getKey());
            disk.makeFolders(file.getParent());
            disk.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return shared;
    }

    /** Fills a folder of its own, as when a version is made again to be compared. */
    public void fill(Path version, Path objects) throws IOException {
        fill(version, objects, Disk.real());
    }

    /** The whole record, pictures too: what was pressed from must be there to press from again. */
    private void copyRecord(Path version, Disk disk) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(record.folder())) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> KEPT.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path copy = version.resolve(RECORD)
                    .resolve(record.folder().relativize(file).toString());
            if (!Files.exists(copy)) {
                disk.makeFolders(copy.getParent());
                disk.write(copy, Files.readAllBytes(file));
            }
        }
    }

    private static String numbers(Path version) throws IOException {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (String name : Manifest.files(version)) {
            if (name.endsWith(".html")) {
                numbers.put(name, PageText.numbers(Files.readString(version.resolve(name))));
            }
        }
        return Json.write(numbers);
    }
}
