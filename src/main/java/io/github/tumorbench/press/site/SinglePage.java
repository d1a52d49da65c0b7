package io.github.tumorbench.press.site;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * All pages of a site in one: each an article whose ids begin with the page's name, so that what was unique within its page
 * stays so; links between pages become links within; style, script and pictures lie in the text. Files that stay outside are
 * named, not linked.
 */
final class SinglePage {
    private static final String FIRST = "index.html";

    private final Path site;
    private final Map<String, Document> pages = new LinkedHashMap<>();

    SinglePage(Path site) {
        this.site = site;
        Document first = Html.parse(read(FIRST));
        Set<String> names = new LinkedHashSet<>(List.of(FIRST));
        first.select("header nav a[href]").eachAttr("href").stream()
                .filter(name -> name.matches("[^/#:]+\\.html"))
                .forEach(names::add);
        names.addAll(others());
        names.forEach(name -> pages.put(name, Html.parse(read(name))));
    }

    String html() {
        Document whole = Html.parse(read(FIRST));
        Element main = whole.selectFirst("main").empty();
        main.attr("id", "content").removeAttr("class").addClass("single");
        main.appendElement("p")
                .addClass("note")
                .text("The whole report in one file. Files that it names without a link lie in the report’s folder.");
        pages.forEach((name, page) -> main.appendChild(article(name, page)));
        header(whole);
        head(whole);
        return Html.write(whole);
    }

    /** The page's content under ids of its own. */
    private Element article(String name, Document page) {
        Element main = page.selectFirst("main");
        Element article =
                new Element("article").attr("id", stem(name)).addClass("page").attr("aria-label", page.title());
        main.select("[id]").forEach(one -> one.attr("id", within(name, one.id())));
        for (String attribute : Html.REFERENCES) {
            main.select("[" + attribute + "]")
                    .forEach(one -> one.attr(attribute, Html.eachWord(one.attr(attribute), id -> within(name, id))));
        }
        main.select("a[href], use[href]").forEach(link -> link(name, link));
        main.select("polyline[style]")
                .forEach(line -> line.attr("style", line.attr("style").replace("url(#", "url(#" + within(name, ""))));
        main.select("img[src]").forEach(image -> image.attr("src", inlined(image.attr("src"))));
        main.select("p.files").remove();
        article.appendChildren(List.copyOf(main.childNodes()));
        return article;
    }

    private void header(Document whole) {
        whole.select("header ul.sections").remove();
        whole.select("header a[href]").forEach(link -> {
            link.removeAttr("aria-current");
            if (!link.attr("href").equals("#content")) {
                link(FIRST, link);
            }
        });
        whole.select("footer p.twin").remove();
        whole.select("footer a[href]").forEach(link -> link(FIRST, link));
        whole.select("header details.versions").remove();
    }

    private void head(Document whole) {
        Element head = whole.head();
        head.select("meta[http-equiv], link[rel=alternate], script[src], link[rel=stylesheet]")
                .remove();
        String style = read("assets/tumorbench.css");
        String script = read("assets/tumorbench.js");
        head.appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr(
                        "content",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '" + digest(script)
                                + "'");
        Element generator = head.selectFirst("meta[charset]");
        generator.after(SingleFile.GENERATOR + "\">");
        head.appendElement("style").appendChild(new org.jsoup.nodes.DataNode(style));
        whole.body().appendElement("script").appendChild(new org.jsoup.nodes.DataNode(script));
    }

    /** Within the file where the target is, as text where it stays outside. */
    private void link(String from, Element link) {
        String address = link.attr("href");
        if (address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
            return;
        }
        int hash = address.indexOf('#');
        String file = hash < 0 ? address : address.substring(0, hash);
        String page = file.isEmpty() ? from : decoded(file);
        if (!pages.containsKey(page)) {
            link.tagName("span").addClass("outside").clearAttributes();
            return;
        }
        String place = hash < 0 || address.endsWith("#content") ? "" : decoded(address.substring(hash + 1));
        link.attr("href", "#" + (place.isEmpty() ? stem(page) : within(page, place)));
    }

    /** As a data address. */
    private String inlined(String address) {
        if (address.startsWith("data:")) {
            return address;
        }
        String type = address.endsWith(".svg") ? "image/svg+xml" : "image/png";
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes(decoded(address)));
    }

    private List<String> others() {
        try (Stream<Path> files = Files.list(site)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String within(String page, String id) {
        return stem(page) + "--" + id;
    }

    private static String stem(String page) {
        return page.substring(0, page.length() - ".html".length());
    }

    /** The source that a content security policy names a script by. */
    private static String digest(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String decoded(String address) {
        return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(site.resolve(name));
        } catch (IOException e) {
            throw new InputException(site.resolve(name) + ": expected a file of the report, found none", e);
        }
    }
}
