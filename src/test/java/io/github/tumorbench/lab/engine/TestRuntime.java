package io.github.tumorbench.lab.engine;

import java.nio.file.Path;

/** TensorFlow as tests use it: libraries unpacked below {@code target/}, two threads. */
public final class TestRuntime {
    private TestRuntime() {}

    /** Folder of the tests' native libraries. */
    public static Path cache() {
        return Path.of("target", "test-cache");
    }

    public static TensorFlowRuntime get() {
        return TensorFlowRuntime.start(cache(), 2);
    }
}
