package io.github.tumorbench.lab.backbone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The pretrained weights for development, which lie beside the project and are never part of it. */
public final class SharedWeights {
    private SharedWeights() {}

    /** Their folder, where there is one: beside the project, or beside its worktrees' parent. */
    public static Optional<Path> folder() {
        return Stream.of("../shared/weights", "../../shared/weights")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** For {@code @EnabledIf}. */
    public static boolean present() {
        return folder().isPresent();
    }
}
