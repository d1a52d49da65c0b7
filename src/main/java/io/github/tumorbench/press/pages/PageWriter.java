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
        return Contents.fill(html)
                .replace("\r\n", "\n")
                .replaceAll("(?m)[ \t]+$", "")
                .replaceAll("\n{3,}", "\n\n");
    }
}
