package io.github.tumorbench.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.backbone.Preprocessing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime as a contender: the same network with the same weights, from preprocessed floats to pooled features. */
final class OnnxWorker {
    private OnnxWorker() {}

    /** Arguments: task (inference), unused folder, threads, seconds of a round, backbone. */
    public static void main(String[] args) throws IOException, OrtException {
        int threads = Integer.parseInt(args[2]);
        double seconds = Double.parseDouble(args[3]);
        Backbone backbone = Backbones.named(args[4], Settings.INPUT);
        byte[] model = new OnnxModel(backbone, CommonInput.weights(backbone), Settings.BATCH).bytes();
        long[] shape = {Settings.BATCH, 3, Settings.INPUT, Settings.INPUT};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = options(threads);
                OrtSession session = environment.createSession(model, options);
                OnnxTensor images =
                        OnnxTensor.createTensor(environment, preprocessed(backbone.preprocessing()), shape)) {
            String shown = CommonInput.shown(run(session, images));
            run(session, images);
            Protocol.serve(shown, Protocol.repeating(Settings.BATCH, seconds, () -> run(session, images)));
        }
    }

    private static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static float[] run(OrtSession session, OnnxTensor images) {
        try (Result result = session.run(Map.of(OnnxModel.INPUT, images))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The common images as this runtime's users feed them: floats, NCHW, preprocessed. */
    private static FloatBuffer preprocessed(Preprocessing preprocessing) {
        ByteBuffer bytes = CommonInput.images(Settings.BATCH);
        int pixels = Settings.INPUT * Settings.INPUT;
        FloatBuffer floats = ByteBuffer.allocateDirect(Settings.BATCH * 3 * pixels * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int image = 0; image < Settings.BATCH; image++) {
            for (int channel = 0; channel < 3; channel++) {
                int from = preprocessing.bgr() ? 2 - channel : channel;
                double offset = preprocessing.offsets().get(channel);
                for (int pixel = 0; pixel < pixels; pixel++) {
                    int value = bytes.get((image * pixels + pixel) * 3 + from) & 0xff;
                    floats.put((float) (value * preprocessing.scale() + offset));
                }
            }
        }
        return floats.rewind();
    }
}
