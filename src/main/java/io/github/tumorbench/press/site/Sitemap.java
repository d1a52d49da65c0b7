package io.github.tumorbench.press.site;

import io.github.tumorbench.press.pages.Page;
import io.github.tumorbench.press.pages.Release;
import java.util.List;

/**
 * The pages of a version for search engines, by the protocol of sitemaps.org. It demands whole addresses, so a report that
 * does not know where it will be read has none.
 */
final class Sitemap {
    static final String FILE = "sitemap.xml";

    private Sitemap() {}

    /** @param release its address is known */
    static String of(Release release, List<Page> pages) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : pages) {
            String address = release.address() + release.name() + "/" + page.file();
            out.append("  <url><loc>").append(escaped(address)).append("</loc><lastmod>");
            out.append(release.date()).append("</lastmod></url>\n");
        }
        return out.append("</urlset>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
