package io.github.tumorbench.lab.dataset;

import static io.github.tumorbench.lab.dataset.AuditMaterial.INFO;
import static io.github.tumorbench.lab.dataset.AuditMaterial.WARNING;
import static io.github.tumorbench.lab.dataset.AuditMaterial.counted;
import static io.github.tumorbench.lab.dataset.AuditMaterial.finding;

import io.github.tumorbench.record.Audit.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sizes of classes, metadata within files, writing within pictures, files that cannot be read. */
final class FileFindings {
    private final AuditMaterial material;

    FileFindings(AuditMaterial material) {
        this.material = material;
    }

    /** Classes with fewer than two thirds of the largest class's images. */
    Finding classBalance() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < material.count(); i++) {
            counts.merge(material.label(i), 1, Integer::sum);
        }
        int largest = Collections.max(counts.values());
        int small = (int) counts.values().stream()
                .filter(count -> 3 * count < 2 * largest)
                .count();
        String list = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String sentence = small == 0
                ? "The classes are of similar size (%s).".formatted(list)
                : "The classes are of different size (%s): %s fewer than two thirds of the largest; accuracy alone would favour the large ones."
                        .formatted(list, counted(small, "class has", "classes have"));
        return new Finding("class-balance", small == 0 ? INFO : WARNING, small, counts.size(), List.of(), sentence);
    }

    /** Files that hold more than their picture; groups are kinds of metadata. */
    Finding embeddedMetadata() {
        Map<String, Integer> kinds = new TreeMap<>();
        List<Integer> images = material.where(i -> material.looks().get(i).traits() != null
                && !material.looks().get(i).traits().metadata().isEmpty());
        images.forEach(
                i -> material.looks().get(i).traits().metadata().forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        String list = kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " in " + kind.getValue())
                .collect(Collectors.joining(", "));
        String sentence = images.isEmpty()
                ? "No file holds text or metadata beside its picture."
                : "%s text or metadata beside the picture (%s). Such data can name a person, a place or a time: look at them before the files are passed on, or pass on a copy made by audit --strip."
                        .formatted(counted(images.size(), "file holds", "files hold"), list);
        return finding("embedded-metadata", WARNING, kinds.size(), material.files(images), sentence);
    }

    /** Pictures that show letters or digits beside the head. */
    Finding burntInText() {
        List<String> files = material.files(material.where(i -> {
            Traits traits = material.looks().get(i).traits();
            return traits != null && traits.writing() > 0;
        }));
        String sentence = files.isEmpty()
                ? "No writing was found beside the head in any picture; writing on the head itself is not looked for."
                : "%s letters or digits burnt into the picture beside the head. A name, a date or a hospital may be among them: look at these pictures before they are passed on. A copy made by audit --strip still shows them. Writing on the head itself is not looked for."
                        .formatted(counted(files.size(), "picture seems to show", "pictures seem to show"));
        return finding("burnt-in-text", WARNING, 0, files, sentence);
    }

    Finding unreadable() {
        List<String> files = material.files(
                material.where(i -> !material.looks().get(i).image().readable()));
        String sentence = files.isEmpty()
                ? "Every image can be read."
                : "%s cannot be read and %s left out."
                        .formatted(counted(files.size(), "image"), files.size() == 1 ? "is" : "are");
        return finding("unreadable", WARNING, files.isEmpty() ? 0 : 1, files, sentence);
    }
}
