package io.github.tumorbench.press.site.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what machines read can be read by them: JSON, JSON-LD, BibTeX, RIS. */
final class WellFormed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern LINKED =
            Pattern.compile("(?s)<script\\b[^>]*type=\"application/ld\\+json\"[^>]*>(.*?)</script>");
    private static final Pattern BIBTEX =
            Pattern.compile("(?s)@[a-z]+\\{[^\\s,{}]+(,\\s*[a-z]+ = \\{.*\\})+\\s*\\}\\s*");
    private static final Pattern RIS_LINE = Pattern.compile("[A-Z][A-Z0-9]  - .*");

    private WellFormed() {}

    /** Problems of one file by its kind; none for kinds of which nothing is known. */
    static List<String> problems(String name, String text) {
        if (name.endsWith(".html")) {
            return linked(name, text);
        }
        if (name.endsWith(".csl.json")) {
            return csl(name, text);
        }
        if (name.endsWith(".json") || name.endsWith(".jsonld")) {
            return json(name, text);
        }
        if (name.endsWith(".bib")) {
            return BIBTEX.matcher(text).matches() && balanced(text)
                    ? List.of()
                    : List.of(name + ": expected an entry of BibTeX, found something else");
        }
        return name.endsWith(".ris") ? ris(name, text) : List.of();
    }

    private static List<String> json(String name, String text) {
        try {
            JSON.readTree(text);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(broken(name, "JSON", e));
        }
    }

    private static List<String> linked(String name, String html) {
        List<String> problems = new ArrayList<>();
        Matcher scripts = LINKED.matcher(html);
        while (scripts.find()) {
            try {
                JsonNode tree = JSON.readTree(scripts.group(1));
                if (!tree.path("@context").isValueNode()
                                && !tree.path("@context").isContainerNode()
                        || tree.path("@context").isNull()) {
                    problems.add(name + ": JSON-LD: expected an @context, found none");
                }
            } catch (JsonProcessingException e) {
                problems.add(broken(name, "JSON-LD", e));
            }
        }
        return problems;
    }

    private static String broken(String name, String what, JsonProcessingException e) {
        return name + ": expected " + what + ", found: "
                + e.getOriginalMessage().lines().findFirst().orElse("an error");
    }

    private static List<String> csl(String name, String text) {
        List<String> problems = json(name, text);
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            JsonNode items = JSON.readTree(text);
            boolean fine = items.isArray() && !items.isEmpty();
            for (JsonNode item : items) {
                fine &= item.path("id").isTextual()
                        && item.path("type").isTextual()
                        && item.at("/issued/date-parts/0/0").isInt();
            }
            return fine ? List.of() : List.of(name + ": expected items with id, type and issued, found something else");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    private static boolean balanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            depth += escaped ? 0 : text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static List<String> ris(String name, String text) {
        List<String> lines = text.lines().toList();
        boolean fine = lines.size() > 2
                && lines.get(0).startsWith("TY  - ")
                && lines.get(lines.size() - 1).startsWith("ER  - ")
                && lines.stream().allMatch(line -> RIS_LINE.matcher(line).matches());
        return fine ? List.of() : List.of(name + ": expected a reference in RIS, from TY to ER, found something else");
    }
}
