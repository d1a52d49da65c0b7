package io.github.tumorbench.lab.cache;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * States of one long computation, each in a numbered folder of its own. A state is written beside its place and moved there
 * whole, and only then is the one before deleted: whenever a run is stopped, the last whole state is there.
 */
public final class Drafts {
    private static final String NUMBER = "[0-9]{9}";

    private final Path folder;

    Drafts(Path folder) {
        this.folder = folder;
    }

    /** The last state kept, if any. */
    public Optional<Path> latest() {
        return states().stream().max(Comparator.comparing(Path::getFileName));
    }

    /**
     * Keeps a state in place of the one before.
     *
     * @throws InputException if the cache cannot be written
     */
    public void keep(StageCache.Stage writing) {
        List<Path> before = states();
        Path part = null;
        try {
            Files.createDirectories(folder);
            part = Files.createTempDirectory(folder, "computing-");
            writing.compute(part);
            int number = before.stream()
                    .mapToInt(state -> Integer.parseInt(state.getFileName().toString()) + 1)
                    .max()
                    .orElse(1);
            Files.move(part, folder.resolve("%09d".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InputException(
                    folder + ": expected a cache folder that can be written, found: " + e.getMessage(), e);
        } finally {
            Folders.deleteQuietly(part);
        }
        before.forEach(Folders::deleteQuietly);
    }

    /** Forgets every state. */
    public void discard() {
        Folders.deleteQuietly(folder);
    }

    private List<Path> states() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> states = Files.list(folder)) {
            return states.filter(state -> state.getFileName().toString().matches(NUMBER))
                    .toList();
        } catch (IOException e) {
            throw new InputException(folder + ": expected a folder that can be read, found: " + e.getMessage(), e);
        }
    }
}
