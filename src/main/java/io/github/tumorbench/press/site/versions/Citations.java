package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.pages.Release.Citation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One version of a report as reference managers, repositories and people write it down. */
final class Citations {
    /** As CITATION.cff has it. */
    static final String AUTHOR = "The Tumorbench authors";

    static final String ZENODO = "data/zenodo.json";

    private static final String PUBLISHER = "Tumorbench";
    private static final String GENRE = "Benchmark report";

    private final String study;
    private final String title;
    private final String doi;
    private final Imprint imprint;

    /** @param doi null where there is none */
    Citations(String study, String title, String doi, Imprint imprint) {
        this.study = study;
        this.title = title;
        this.doi = doi;
        this.imprint = imprint;
    }

    /** The sentence first. */
    List<Citation> all() {
        return List.of(
                new Citation("Sentence", "data/citation.txt", sentence() + "\n"),
                new Citation("BibTeX", "data/citation.bib", bibtex()),
                new Citation("RIS", "data/citation.ris", ris()),
                new Citation("CSL-JSON", "data/citation.csl.json", csl()));
    }

    private LocalDate date() {
        return imprint.date();
    }

    /** E.g. <i>The Tumorbench authors (2026). Title (version 1.2.0) [Benchmark report]. Tumorbench, 25 November 2026.</i> */
    String sentence() {
        String place = doi != null ? " https://doi.org/" + doi : imprint.home() != null ? " " + imprint.home() : "";
        return "%s (%s). %s (version %s) [%s]. %s, %s.%s"
                .formatted(
                        AUTHOR,
                        date().getYear(),
                        title.replaceAll("[.\\s]+$", ""),
                        imprint.number(),
                        GENRE,
                        PUBLISHER,
                        date(),
                        place);
    }

    String bibtex() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", "{" + latex(AUTHOR) + "}");
        fields.put("title", "{" + latex(title) + "}");
        fields.put("type", GENRE);
        fields.put("institution", PUBLISHER);
        fields.put("number", imprint.number().toString());
        fields.put("version", imprint.number().toString());
        fields.put("year", String.valueOf(date().getYear()));
        fields.put("month", String.valueOf(date().getMonthValue()));
        fields.put("date", date().toString());
        putKnown(fields, "url", imprint.home());
        putKnown(fields, "doi", doi);
        StringBuilder out = new StringBuilder("@techreport{tumorbench-" + study + "-" + imprint.number());
        fields.forEach((name, value) ->
                out.append(",\n  ").append(name).append(" = {").append(value).append('}'));
        return out.append("\n}\n").toString();
    }

    String ris() {
        List<String> lines = new ArrayList<>();
        lines.add("TY  - RPRT");
        lines.add("AU  - " + AUTHOR);
        lines.add("TI  - " + title);
        lines.add("PY  - " + date().getYear());
        lines.add("DA  - " + date().toString().replace('-', '/'));
        lines.add("ET  - " + imprint.number());
        lines.add("M3  - " + GENRE);
        lines.add("PB  - " + PUBLISHER);
        if (imprint.home() != null) {
            lines.add("UR  - " + imprint.home());
        }
        if (doi != null) {
            lines.add("DO  - " + doi);
        }
        lines.add("ER  - ");
        return String.join("\n", lines) + "\n";
    }

    String csl() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", "tumorbench-" + study + "-" + imprint.number());
        item.put("type", "report");
        item.put("title", title);
        item.put("author", List.of(Map.of("literal", AUTHOR)));
        item.put(
                "issued",
                Map.of(
                        "date-parts",
                        List.of(List.of(date().getYear(), date().getMonthValue(), date().getDayOfMonth()))));
        item.put("genre", GENRE);
        item.put("publisher", PUBLISHER);
        item.put("version", imprint.number().toString());
        putKnown(item, "URL", imprint.home());
        putKnown(item, "DOI", doi);
        return Json.write(List.of(item));
    }

    /** Metadata of a deposit, in the words of Zenodo's legacy deposit API. */
    String zenodo(String description) {
        Map<String, Object> deposit = new LinkedHashMap<>();
        deposit.put("title", title);
        deposit.put("upload_type", "publication");
        deposit.put("publication_type", "report");
        deposit.put("publication_date", date().toString());
        deposit.put("version", imprint.number().toString());
        deposit.put("creators", List.of(Map.of("name", AUTHOR)));
        deposit.put("description", description);
        deposit.put("license", "Apache-2.0");
        deposit.put("keywords", List.of("brain tumour", "MRI", "classification", "benchmark", "reproducibility"));
        putKnown(deposit, "doi", doi);
        return Json.write(deposit);
    }

    private static <T> void putKnown(Map<String, T> fields, String name, T value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Text as LaTeX reads it; letters stay as they are. */
    private static String latex(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
