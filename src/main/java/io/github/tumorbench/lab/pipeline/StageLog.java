package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.record.Execution;
import java.util.ArrayList;
import java.util.List;

/** Runs stages through the cache and keeps how long each took and whether it was there already. */
final class StageLog {
    private final StageCache cache;
    private final Progress progress;
    private final List<Execution.Stage> stages = new ArrayList<>();

    StageLog(StageCache cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * @param experiment id, or null for a stage shared by all
     * @see StageCache#get
     */
    StageCache.Entry run(String stage, String experiment, String key, StageCache.Stage computation) {
        long start = System.nanoTime();
        StageCache.Entry entry = cache.get(stage, key, computation);
        double seconds = (System.nanoTime() - start) / 1e9;
        stages.add(new Execution.Stage(stage, experiment, seconds, entry.cached()));
        if (entry.cached()) {
            progress.say((experiment == null ? "" : experiment + ": ") + stage + " from the cache");
        }
        return entry;
    }

    StageCache cache() {
        return cache;
    }

    /** A stage that is not cached. */
    void add(String stage, double seconds) {
        stages.add(new Execution.Stage(stage, null, seconds, false));
    }

    List<Execution.Stage> stages() {
        return stages;
    }
}
