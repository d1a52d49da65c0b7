package io.github.tumorbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The findings as Markdown to read, CSV to plot and JSON with every round's value. */
final class Reports {
    static final String MARKDOWN = "bench.md";
    private static final String CSV = "bench.csv";
    private static final String JSON = "bench.json";
    private static final int SCHEMA_VERSION = 1;
    private static final String NOTHING = "–";

    private final Path folder;
    private final Findings findings;

    Reports(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    void write() throws IOException {
        Files.writeString(folder.resolve(MARKDOWN), markdown());
        Files.writeString(folder.resolve(CSV), csv());
        Files.writeString(
                folder.resolve(JSON),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json()) + "\n");
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Bench\n\n");
        appendRemarks(text, "");
        text.append(
                """
                Medians over the rounds; the range from the least to the most, and it as a share of the median. *Against the best peer*: how
                many times better ours is than the best of the others at equal precision (above 1 is better, in seconds too).
                *Gain of bf16*: how many times better than the same contender's fp32.
                """);
        Map<String, List<Series>> groups = findings.series().stream()
                .collect(Collectors.groupingBy(Series::group, LinkedHashMap::new, Collectors.toList()));
        findings.remarks().stream()
                .map(Findings.Remark::group)
                .filter(group -> !group.isEmpty())
                .forEach(group -> groups.putIfAbsent(group, List.of()));
        groups.forEach((group, series) -> {
            text.append("\n## ").append(Groups.title(group)).append("\n\n");
            appendRemarks(text, group);
            if (!series.isEmpty()) {
                appendTable(text, series);
            }
        });
        return text.toString();
    }

    private void appendRemarks(StringBuilder text, String group) {
        List<String> lines = findings.remarks().stream()
                .filter(remark -> remark.group().equals(group))
                .map(remark -> "- " + remark.sentence() + "\n")
                .toList();
        lines.forEach(text::append);
        if (!lines.isEmpty()) {
            text.append('\n');
        }
    }

    private void appendTable(StringBuilder text, List<Series> series) {
        text.append("| what | precision | who | median | range | spread | against the best peer | gain of bf16 |\n");
        text.append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (Series one : series) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s %s | %s–%s | %.0f %% | %s | %s |\n",
                    one.subject(),
                    one.precision().isEmpty() ? NOTHING : one.precision(),
                    one.isOurs() ? "**" + one.contender() + "**" : one.contender(),
                    rounded(one.median()),
                    one.unit().symbol(),
                    rounded(one.least()),
                    rounded(one.most()),
                    100 * one.spread(),
                    ratio(findings.advantage(one)),
                    ratio(findings.gainOverFp32(one))));
        }
    }

    /** Three digits or, from a thousand on, whole numbers. */
    private static String rounded(double value) {
        String pattern = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse(NOTHING);
    }

    private String csv() throws IOException {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(
                    "group",
                    "subject",
                    "precision",
                    "contender",
                    "unit",
                    "median",
                    "least",
                    "most",
                    "against_best_peer",
                    "gain_over_fp32");
            for (Series one : findings.series()) {
                printer.printRecord(
                        one.group(),
                        one.subject(),
                        one.precision(),
                        one.contender(),
                        one.unit().symbol(),
                        one.median(),
                        one.least(),
                        one.most(),
                        findings.advantage(one).map(String::valueOf).orElse(""),
                        findings.gainOverFp32(one).map(String::valueOf).orElse(""));
            }
        }
        return text.toString();
    }

    private Map<String, Object> json() {
        List<Map<String, Object>> series = new ArrayList<>();
        for (Series one : findings.series()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("group", one.group());
            entry.put("subject", one.subject());
            entry.put("precision", one.precision());
            entry.put("contender", one.contender());
            entry.put("unit", one.unit().symbol());
            entry.put("values", one.values());
            entry.put("median", one.median());
            entry.put("againstBestPeer", findings.advantage(one).orElse(null));
            entry.put("gainOverFp32", findings.gainOverFp32(one).orElse(null));
            series.add(entry);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("remarks", findings.remarks());
        json.put("series", series);
        return json;
    }
}
