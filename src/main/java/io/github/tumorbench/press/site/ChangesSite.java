package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.analysis.files.ChangesJson;
import io.github.tumorbench.press.pages.ChangesPage;
import io.github.tumorbench.press.pages.PageWriter;
import java.nio.file.Path;

/** What moved between two records, as a page beside its numbers. */
public final class ChangesSite {
    /** The numbers, by which such a folder is known. */
    public static final String NUMBERS = "data/changes.json";

    private ChangesSite() {}

    /**
     * Fills a folder that exists and is empty.
     *
     * @param gate null for a plain comparison
     */
    public static void render(Changes changes, GateResult gate, Path folder) {
        ChangesPage page = gate == null ? ChangesPage.of(changes) : ChangesPage.of(changes, gate);
        SiteFolder site = new SiteFolder(folder);
        site.resource("templates/assets/tumorbench.css", "assets/tumorbench.css");
        site.write(NUMBERS, ChangesJson.write(changes, gate));
        site.write(page.file(), new PageWriter().write(page));
    }
}
