package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The CSV that says of which patient an image is; its columns {@code file} and {@code patient} are read. */
final class Annotations {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();

    private Annotations() {}

    /**
     * File to pseudonymous patient group, for the images that have one; empty where the study names no annotations.
     *
     * @throws InputException where the file cannot be read, lacks a column or names an image twice
     */
    static Map<String, String> patients(StudyFile study) {
        String named = study.study().dataset().annotations();
        if (named == null) {
            return Map.of();
        }
        Path path = study.folder().resolve(named).normalize();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, FORMAT)) {
            for (String column : new String[] {"file", "patient"}) {
                if (!rows.getHeaderNames().contains(column)) {
                    throw new InputException(
                            "%s: expected the columns file and patient, found no %s".formatted(path, column));
                }
            }
            return read(rows, path);
        } catch (UncheckedIOException e) {
            throw unreadable(path, e.getCause());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static Map<String, String> read(CSVParser rows, Path path) {
        Map<String, String> patients = new TreeMap<>();
        for (CSVRecord row : rows) {
            if (!row.isConsistent()) {
                throw new InputException("%s: line %d: expected %d columns, found %d"
                        .formatted(
                                path,
                                rows.getCurrentLineNumber(),
                                rows.getHeaderNames().size(),
                                row.size()));
            }
            String patient = row.get("patient");
            if (!patient.isEmpty() && patients.put(row.get("file"), patient) != null) {
                throw new InputException("%s: line %d: expected each image once, found %s again"
                        .formatted(path, rows.getCurrentLineNumber(), row.get("file")));
            }
        }
        return patients;
    }

    private static InputException unreadable(Path path, IOException problem) {
        return new InputException(
                "%s: expected a CSV of patients, found %s".formatted(path, IoWords.of(problem)), problem);
    }
}
