package io.github.tumorbench.press.site.versions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What is to be released. */
interface Content {
    /** Its number. */
    SemanticVersion number();

    /**
     * Fills a folder with all files of the version but its manifest, {@code version.json} among them.
     *
     * @param version does not exist yet
     * @param objects folder for what versions share; does not exist yet
     * @return SHA-256 of each object, by its path from the version
     */
    SortedMap<String, String> fill(Path version, Path objects, Disk disk) throws IOException;
}
