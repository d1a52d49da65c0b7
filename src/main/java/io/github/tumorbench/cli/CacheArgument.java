package io.github.tumorbench.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where stage outputs, downloads and native libraries are kept. */
final class CacheArgument {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where stage outputs, downloaded weights and native libraries are kept"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:TUMORBENCH_CACHE:-${sys:user.home}/.cache/tumorbench}")
    private Path folder;

    Path folder() {
        return folder;
    }
}
