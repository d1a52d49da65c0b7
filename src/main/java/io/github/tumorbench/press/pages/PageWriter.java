package io.github.tumorbench.press.pages;

import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates on the class path. */
public final class PageWriter {
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

    /** Without the templates' indentation and empty lines, which a reader never sees; preformatted text stays. */
    private static String compact(String html) {
        StringBuilder out = new StringBuilder(html.length());
        boolean kept = false;
        for (String line : html.split("\n")) {
            kept |= line.contains("<pre");
            String shown = kept ? line : line.strip();
            if (kept || !shown.isEmpty()) {
                out.append(shown).append('\n');
            }
            kept &= !line.contains("</pre>");
        }
        return out.toString();
    }
}
