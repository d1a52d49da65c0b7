package io.github.tumorbench.press.pages;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates on the class path. */
public final class PageWriter {
    private static final Pattern CELL = Pattern.compile("<t[dh][ >]");
    private static final List<String> CELL_ENDS = List.of("</td>\n", "</th>\n");
    private static final String ROW_END = "</tr>";

    private final TemplateEngine engine = new TemplateEngine();

    public PageWriter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageWriter.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    /** HTML of a page by the template of its kind, lines ending in {@code \n}. */
    public String write(Page page) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("frame", page.frame());
        context.setVariable("page", page);
        String html = engine.process(page.template(), context);
        return compact(Contents.fill(html).replace("\r\n", "\n"));
    }

    /**
     * Without the templates' indentation and empty lines, which a reader never sees; preformatted text stays. A row of a table
     * is one line, and without the end tags that HTML lets one leave out (section 13.1.2.4), as rows are most of a report.
     */
    private static String compact(String html) {
        StringBuilder out = new StringBuilder(html.length());
        boolean kept = false;
        for (String line : html.split("\n")) {
            kept |= line.contains("<pre");
            String shown = kept ? line : line.strip();
            if (!kept && (CELL.matcher(shown).lookingAt() || shown.equals(ROW_END))) {
                join(out);
            }
            if (kept || !shown.isEmpty() && !shown.equals(ROW_END)) {
                out.append(shown).append('\n');
            } else if (shown.equals(ROW_END)) {
                out.append('\n');
            }
            kept &= !line.contains("</pre>");
        }
        return out.toString();
    }

    /** Whatever comes next continues the row's line. */
    private static void join(StringBuilder out) {
        for (String end : CELL_ENDS) {
            int from = out.length() - end.length();
            if (from >= 0 && out.indexOf(end, from) == from) {
                out.setLength(from);
                return;
            }
        }
        out.setLength(out.length() - 1);
    }
}
