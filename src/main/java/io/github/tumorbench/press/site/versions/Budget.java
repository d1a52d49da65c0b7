package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How large a site may become.
 *
 * @param warning bytes above which it is said
 * @param limit bytes above which nothing is released
 */
record Budget(long warning, long limit) {
    /** GitHub Pages serves at most 1 GB. */
    static final Budget PAGES = new Budget(800_000_000L, 1_000_000_000L);

    /**
     * The site with what comes to it.
     *
     * @return a warning, or nothing
     * @throws InputException above the limit
     */
    Optional<String> check(Path site, List<Path> coming) throws IOException {
        long bytes = size(site);
        for (Path folder : coming) {
            bytes += size(folder);
        }
        if (bytes > limit) {
            throw new InputException("%s: expected at most %s with the new version, found %s; nothing was released"
                    .formatted(site, megabytes(limit), megabytes(bytes)));
        }
        return bytes > warning
                ? Optional.of("%s: %s of the %s that a Pages site may have"
                        .formatted(site, megabytes(bytes), megabytes(limit)))
                : Optional.empty();
    }

    private static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
