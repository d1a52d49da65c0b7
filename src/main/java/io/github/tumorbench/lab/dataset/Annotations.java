package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The CSV that says of which patient an image is, and of which slice: columns {@code file} and {@code patient}; where
 * there, {@code source} and {@code source_id} (together the slice) and {@code source_label}. Others are not read.
 */
final class Annotations {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .build();
    private static final List<String> REQUIRED = List.of("file", "patient");
    private static final int MOST_PROBLEMS = 20;

    private final Path path;
    private final Map<String, Annotation> byFile = new TreeMap<>();
    private final Map<String, Long> lines = new TreeMap<>();

    private Annotations(Path path) {
        this.path = path;
    }

    /**
     * The annotations a study names; none where it names no file.
     *
     * @throws InputException where the file cannot be read, lacks a column or names an image twice
     */
    static Annotations of(StudyFile study) {
        String named = study.study().dataset().annotations();
        Annotations annotations = new Annotations(
                named == null ? null : study.folder().resolve(named).normalize());
        if (named != null) {
            annotations.read();
        }
        return annotations;
    }

    /** What the source knows is taken for images that the file does not name. */
    void complete(ImageSource source) {
        for (ImageEntry entry : source.entries()) {
            Annotation known = source.annotation(entry);
            if (!known.equals(Annotation.NONE)) {
                byFile.putIfAbsent(entry.file(), known);
            }
        }
    }

    /** What is known of an image. */
    Annotation of(String file) {
        return byFile.getOrDefault(file, Annotation.NONE);
    }

    /** @throws InputException where an image is named that is not among the dataset's: they do not belong together */
    void refuseUnknown(Collection<String> files) {
        Set<String> known = new HashSet<>(files);
        List<String> problems = new ArrayList<>();
        lines.forEach((file, line) -> {
            if (!known.contains(file)) {
                problems.add("%s: line %s: expected a file of the dataset, found %s".formatted(path, line, file));
            }
        });
        if (!problems.isEmpty()) {
            List<String> told = new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
            if (problems.size() > MOST_PROBLEMS) {
                told.add("%s: and %s more files that are not of the dataset"
                        .formatted(path, problems.size() - MOST_PROBLEMS));
            }
            throw new InputException(told);
        }
    }

    private void read() {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, FORMAT)) {
            for (String column : REQUIRED) {
                if (!rows.getHeaderNames().contains(column)) {
                    throw new InputException(
                            "%s: expected the columns file and patient, found no %s".formatted(path, column));
                }
            }
            for (CSVRecord row : rows) {
                add(row, rows.getCurrentLineNumber(), rows.getHeaderNames().size());
            }
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s: expected a line of different column names, found other text (%s)"
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private void add(CSVRecord row, long line, int columns) {
        if (!row.isConsistent()) {
            throw new InputException(
                    "%s: line %s: expected %s columns, found %s".formatted(path, line, columns, row.size()));
        }
        String file = row.get("file");
        if (lines.put(file, line) != null) {
            throw new InputException(
                    "%s: line %s: expected each image once, found %s again".formatted(path, line, file));
        }
        String id = cell(row, "source_id");
        String source = cell(row, "source");
        byFile.put(
                file,
                new Annotation(
                        cell(row, "patient"),
                        id == null ? null : (source == null ? "" : source + " ") + id,
                        cell(row, "source_label")));
    }

    /** Names everything that is known. */
    String digest() {
        return Digests.sha256(byFile.toString());
    }

    /** Null for an empty cell and for a column that is not there. */
    private static String cell(CSVRecord row, String column) {
        return row.isMapped(column) && !row.get(column).isEmpty() ? row.get(column) : null;
    }

    private InputException unreadable(IOException problem) {
        return new InputException(
                "%s: expected a CSV of patients, found %s".formatted(path, IoWords.of(problem)), problem);
    }
}
