package io.github.tumorbench.press.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is wrong with a rendered site, one line per problem; nothing wrong is an empty list. */
final class SiteProbe {
    private static final Pattern FOREIGN = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*:|//|/)");
    private static final Pattern IN_STYLE = Pattern.compile("(?i)@import|url\\(\\s*['\"]?([^)'\"]*)");
    private static final String LOADED = "img[src], script[src], link[href], iframe, object, embed, source, use, image";

    private final Path site;
    private final Map<String, Document> pages = new TreeMap<>();

    SiteProbe(Path site) {
        this.site = site;
        for (Path file : files(site)) {
            String name = name(file);
            if (name.endsWith(".html")) {
                pages.put(name, Jsoup.parse(text(file)));
            }
        }
    }

    Map<String, Document> pages() {
        return pages;
    }

    Document page(String name) {
        return pages.get(name);
    }

    /** Everything below together. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(references());
        problems.addAll(form());
        problems.addAll(leftovers());
        return problems;
    }

    /** One file's text. */
    String text(String name) {
        return text(site.resolve(name));
    }

    /** Links, loads and references within a page that lead nowhere or out of the site. */
    private List<String> references() {
        List<String> problems = new ArrayList<>();
        pages.forEach((name, page) -> {
            page.select("a[href]").forEach(link -> follow(name, link.attr("href"), problems));
            page.select(LOADED).forEach(one -> {
                String address = one.hasAttr("src") ? one.attr("src") : one.attr("href");
                if (!address.equals("data:,")) {
                    follow(name, address.isEmpty() ? one.attr("xlink:href") : address, problems);
                }
            });
            for (String attribute : List.of("aria-labelledby", "aria-describedby", "aria-controls", "for")) {
                for (Element one : page.select("[" + attribute + "]")) {
                    for (String id : one.attr(attribute).split(" ")) {
                        if (page.getElementById(id) == null) {
                            problems.add(name + ": " + attribute + " names " + id + ", which is not there");
                        }
                    }
                }
            }
            page.select("[style]").forEach(one -> style(name, one.attr("style"), problems));
            page.select("style").forEach(one -> style(name, one.data(), problems));
        });
        files(site).stream()
                .filter(file -> name(file).endsWith(".css"))
                .forEach(file -> style(name(file), text(file), problems));
        return problems;
    }

    /** Headings out of order, ids used twice, pictures without words, pages without what each page has. */
    private List<String> form() {
        List<String> problems = new ArrayList<>();
        pages.forEach((name, page) -> {
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
                int next = heading.tagName().charAt(1) - '0';
                if (next > level + 1 || heading.text().isBlank()) {
                    problems.add(name + ": heading out of order or empty: " + heading.outerHtml());
                }
                level = next;
            }
            Map<String, Integer> ids = new TreeMap<>();
            page.select("[id]").forEach(one -> ids.merge(one.id(), 1, Integer::sum));
            ids.forEach((id, times) -> {
                if (times > 1 || id.isBlank() || id.contains(" ")) {
                    problems.add(name + ": id not usable or used " + times + " times: " + id);
                }
            });
            page.select("img").stream()
                    .filter(image -> image.attr("alt").isBlank())
                    .forEach(image -> problems.add(name + ": no words for " + image.attr("src")));
            page.select("svg").stream()
                    .filter(drawing -> words(page, drawing).isBlank())
                    .forEach(drawing -> problems.add(name + ": no words for a drawing"));
            once(name, page, "h1", problems);
            once(name, page, "head title", problems);
            once(name, page, "main#content", problems);
            once(name, page, "a.skip[href=#content]", problems);
            once(name, page, "header nav.rail[aria-label] a[aria-current=page]", problems);
            once(name, page, "footer", problems);
            if (page.selectFirst("html").attr("lang").isBlank()) {
                problems.add(name + ": no language");
            }
        });
        return problems;
    }

    /** Traces of templates and of values that never became text. */
    private List<String> leftovers() {
        List<String> problems = new ArrayList<>();
        pages.forEach((name, page) -> {
            String html = page.outerHtml();
            for (String trace : List.of(" th:", "<th:", "${", "[[", "xmlns:th")) {
                if (html.contains(trace)) {
                    problems.add(name + ": " + trace + " is left of the template");
                }
            }
            String text = page.body().text();
            Matcher raw = Pattern.compile("\\b(null|NaN|Infinity|Optional\\[|[A-Za-z.]+@[0-9a-f]{6,})\\b")
                    .matcher(text);
            while (raw.find()) {
                if (!text.startsWith("null in the files", raw.start())) {
                    problems.add(name + ": shows " + raw.group() + " to a reader");
                }
            }
            page.select("dd, h1, h2, h3, summary, caption, figcaption strong").stream()
                    .filter(one -> one.text().isBlank())
                    .forEach(one -> problems.add(name + ": empty " + one.tagName()));
        });
        return problems;
    }

    /** All files, {@code /}-separated names in order, with their bytes. */
    Map<String, byte[]> bytes() {
        Map<String, byte[]> all = new TreeMap<>();
        for (Path file : files(site)) {
            try {
                all.put(name(file), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private void follow(String from, String address, List<String> problems) {
        if (address.isBlank() || FOREIGN.matcher(address).find()) {
            problems.add(from + ": leads out of the site or nowhere: '" + address + "'");
            return;
        }
        String[] parts = address.split("#", 2);
        Path target =
                parts[0].isEmpty() ? site.resolve(from) : site.resolve(from).resolveSibling(decoded(parts[0]));
        target = target.normalize();
        if (!target.startsWith(site) || !Files.isRegularFile(target)) {
            problems.add(from + ": no file at " + address);
        } else if (parts.length == 2 && pages.get(name(target)).getElementById(decoded(parts[1])) == null) {
            problems.add(from + ": no place at " + address);
        }
    }

    private static void style(String from, String style, List<String> problems) {
        Matcher load = IN_STYLE.matcher(style);
        while (load.find()) {
            if (load.group(1) == null || !load.group(1).startsWith("#")) {
                problems.add(from + ": a style loads " + load.group());
            }
        }
    }

    private static void once(String name, Document page, String what, List<String> problems) {
        int found = page.select(what).size();
        if (found != 1) {
            problems.add(name + ": expected one " + what + ", found " + found);
        }
    }

    private static String words(Document page, Element drawing) {
        StringBuilder words = new StringBuilder(drawing.attr("aria-label"));
        for (String id : drawing.attr("aria-labelledby").split(" ")) {
            Element named = page.getElementById(id);
            words.append(named == null ? "" : named.text());
        }
        return drawing.attr("role").equals("img") ? words.toString() : "";
    }

    private String name(Path file) {
        return site.relativize(file).toString().replace('\\', '/');
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
