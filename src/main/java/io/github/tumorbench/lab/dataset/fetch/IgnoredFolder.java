package io.github.tumorbench.lab.dataset.fetch;

import io.github.tumorbench.study.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps images of patients out of a repository's history. */
final class IgnoredFolder {
    /** What this project's {@code .gitignore} names. */
    private static final Path IGNORED = Path.of("data", "raw");

    private IgnoredFolder() {}

    /** @throws InputException for a folder within a Git repository that Git would take files from */
    static void refuseOther(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        for (Path at = target; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git")) && !target.startsWith(at.resolve(IGNORED))) {
                throw new InputException(
                        "%s: expected a folder outside of the repository %s or in its %s, which Git ignores; images of patients must not get into its history"
                                .formatted(folder, at, IGNORED));
            }
        }
    }
}
