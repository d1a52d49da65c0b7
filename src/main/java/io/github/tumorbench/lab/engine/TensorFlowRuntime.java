package io.github.tumorbench.lab.engine;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import org.tensorflow.proto.ConfigProto;

/**
 * Loads TensorFlow once per process, from libraries found without any environment variable, with DJL's telemetry off.
 */
public final class TensorFlowRuntime {
    private static TensorFlowRuntime instance;

    private final Engine engine;
    private final Path libraries;
    private final int threads;
    private final boolean cachesHidden;

    private TensorFlowRuntime(Path cache, int threads) {
        // Read by DJL's Engine while it loads: no usage ping, no download.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.tensorflow.num_intraop_threads", Integer.toString(threads));
        System.setProperty("ai.djl.tensorflow.num_interop_threads", "1");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                cache.resolve("native").resolve("javacpp").toString());
        this.libraries = NativeLibraries.unpack(cache);
        System.setProperty("TENSORFLOW_LIBRARY_PATH", libraries.toString());
        this.threads = threads;
        this.engine = Engine.getEngine("TensorFlow");
        this.cachesHidden = HiddenCaches.mend(version(), config());
    }

    /**
     * Loads TensorFlow if this process has not yet.
     *
     * @param cache folder the native libraries are unpacked into
     * @param threads for the work within one operation; fixed, as results depend on it
     */
    public static synchronized TensorFlowRuntime start(Path cache, int threads) {
        if (instance == null) {
            instance = new TensorFlowRuntime(cache.toAbsolutePath(), threads);
        }
        return instance;
    }

    /** TensorFlow's own version, e.g. {@code 2.18.0}. */
    public String version() {
        return org.tensorflow.TensorFlow.version();
    }

    /** What the last digits of its results depend on, e.g. {@code 2.18.0, 2 threads}. */
    public String circumstances() {
        return version() + ", " + threads + (threads == 1 ? " thread" : " threads")
                + (cachesHidden ? ", CPU caches hidden" : "");
    }

    /** DJL's version. */
    public String djlVersion() {
        return Engine.getDjlVersion();
    }

    /** Where the native libraries lie. */
    public Path libraries() {
        return libraries;
    }

    /** Threads used within one operation. */
    public int threads() {
        return threads;
    }

    /** Whether the hypervisor hides the CPU's caches, so that oneDNN was told to use its defaults. */
    public boolean cachesHidden() {
        return cachesHidden;
    }

    Engine engine() {
        return engine;
    }

    /** Session settings for graphs of our own: the same threads as DJL's sessions. */
    ConfigProto config() {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
    }
}
