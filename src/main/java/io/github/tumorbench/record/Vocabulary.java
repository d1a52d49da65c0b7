package io.github.tumorbench.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a record's tables may use: its classes and the manifest's files. */
final class Vocabulary {
    private final Set<String> classes;
    private final String classWords;
    private final Map<String, String> labels;

    /** @param labels the manifest's files and their classes; empty where it could not be read, and is not held against */
    Vocabulary(List<String> classes, Map<String, String> labels) {
        this.classes = new LinkedHashSet<>(classes);
        this.classWords = "one of " + String.join(", ", classes);
        this.labels = labels;
    }

    /** A file of the manifest. */
    String image(CsvIn.Row row) {
        return image(row, "file");
    }

    /** A file of the manifest in another column. */
    String image(CsvIn.Row row, String column) {
        return labels.isEmpty() ? row.text(column) : row.among(column, labels.keySet(), "a file of the manifest");
    }

    /** One of the classes. */
    String className(CsvIn.Row row, String column) {
        return row.among(column, classes, classWords);
    }

    /** An image's class, which must be the manifest's. */
    String label(CsvIn.Row row, String image) {
        String label = className(row, "label");
        String known = labels.get(image);
        if (known != null && classes.contains(label) && !label.equals(known)) {
            row.wrong("label", "the manifest's class " + known, label);
        }
        return label;
    }
}
