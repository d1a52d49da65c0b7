package io.github.tumorbench.press.site.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as rows of cells, all as long as the first: what is cut short is filled with nothing. */
final class Tables {
    private Tables() {}

    static List<List<String>> rows(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            int width = records.isEmpty() ? 0 : records.get(0).size();
            return records.stream().map(record -> row(record, width)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(CSVRecord record, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> i < record.size() ? record.get(i) : "")
                .toList();
    }
}
