package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.Drafts;
import io.github.tumorbench.lab.cache.TensorFile;
import io.github.tumorbench.lab.engine.TrainingState;
import io.github.tumorbench.lab.training.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The last checkpoint of one training, in the cache. */
final class CheckpointFile implements Checkpoint.Keeper {
    private static final String GRAPH = "graph.bin";
    private static final String BEST = "best.bin";
    private static final String PROGRESS = "progress.json";

    private final Drafts drafts;

    /** @param drafts the training's own, so that a checkpoint of another one is never taken for this one's */
    CheckpointFile(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What is not a table of floats. */
    private record Progress(long steps, Checkpoint.State state) {}

    @Override
    public Optional<Checkpoint> latest() {
        return drafts.latest().map(CheckpointFile::read);
    }

    private static Checkpoint read(Path folder) {
        try {
            Progress progress = StageFile.read(folder.resolve(PROGRESS), new TypeReference<>() {});
            Map<String, float[]> graph = TensorFile.read(folder.resolve(GRAPH));
            Map<String, float[]> best = TensorFile.read(folder.resolve(BEST));
            return new Checkpoint(new TrainingState.Whole(graph, progress.steps()), best, progress.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(Checkpoint checkpoint) {
        drafts.keep(folder -> {
            TensorFile.write(folder.resolve(GRAPH), checkpoint.graph().tensors());
            TensorFile.write(folder.resolve(BEST), checkpoint.best());
            StageFile.write(
                    folder.resolve(PROGRESS), new Progress(checkpoint.graph().steps(), checkpoint.progress()));
        });
    }

    /** To be called when the training's outcome is in the cache. */
    void discard() {
        drafts.discard();
    }
}
