package io.github.tumorbench.lab.engine;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exported model, run through DJL: each signature is loaded when first asked for. Not thread-safe.
 */
public final class Classifier implements AutoCloseable {
    /**
     * What the model says of a batch.
     *
     * @param probabilities count · classes
     * @param logits count · classes
     * @param embedding count · channels; empty where the head alone was asked
     */
    public record Outputs(float[] probabilities, float[] logits, float[] embedding) {}

    /**
     * Class activation maps of a batch, each count · rows · columns numbers, not negative, unscaled.
     *
     * @param gradcam Grad-CAM
     * @param plusPlus Grad-CAM++
     * @param hirescam HiResCAM
     */
    public record Maps(int count, int rows, int columns, float[] gradcam, float[] plusPlus, float[] hirescam) {}

    private final Path folder;
    private final int size;
    private final Map<String, ZooModel<Request, NDList>> models = new LinkedHashMap<>();
    private final Map<String, Predictor<Request, NDList>> predictors = new LinkedHashMap<>();

    /**
     * @param folder with the exported SavedModel
     * @param size width and height of the images it takes
     */
    public Classifier(TensorFlowRuntime runtime, Path folder, int size) {
        if (!runtime.engine().getEngineName().equals("TensorFlow")) {
            throw new IllegalStateException("DJL's engine is " + runtime.engine());
        }
        this.folder = folder;
        this.size = size;
    }

    /** @param images count · size · size · 3 bytes, RGB */
    public Outputs classify(ByteBuffer images, int count) {
        try (NDList list = predict("serving_default", new Request(images, count, null, null))) {
            return outputs(list);
        }
    }

    /**
     * The head on features computed before.
     *
     * @param embedding count · channels
     */
    public Outputs classify(float[] embedding, int count) {
        try (NDList list = predict("head", new Request(null, count, embedding, null))) {
            return outputs(list);
        }
    }

    /** @param targets class number to explain, one for each image */
    public Maps maps(ByteBuffer images, int count, int[] targets) {
        try (NDList list = predict("gradcam", new Request(images, count, null, targets))) {
            Shape shape = list.get(0).getShape();
            return new Maps(
                    count,
                    (int) shape.get(1),
                    (int) shape.get(2),
                    array(list, "map"),
                    array(list, "plus_plus"),
                    array(list, "hirescam"));
        }
    }

    private static Outputs outputs(NDList list) {
        return new Outputs(array(list, "probabilities"), array(list, "logits"), array(list, "embedding"));
    }

    private static float[] array(NDList list, String name) {
        return list.stream()
                .filter(array -> name.equals(array.getName()))
                .findFirst()
                .map(NDArray::toFloatArray)
                .orElse(new float[0]);
    }

    private NDList predict(String signature, Request request) {
        try {
            Predictor<Request, NDList> predictor = predictors.get(signature);
            if (predictor == null) {
                ZooModel<Request, NDList> model = load(signature);
                models.put(signature, model);
                predictor = model.newPredictor();
                predictors.put(signature, predictor);
            }
            return predictor.predict(request);
        } catch (TranslateException | IOException | ModelNotFoundException | MalformedModelException e) {
            throw new IllegalStateException(folder + ": signature " + signature + " could not be run", e);
        }
    }

    private ZooModel<Request, NDList> load(String signature)
            throws IOException, ModelNotFoundException, MalformedModelException {
        return Criteria.builder()
                .setTypes(Request.class, NDList.class)
                .optEngine("TensorFlow")
                .optModelPath(folder)
                .optOption("Tags", "serve")
                .optOption("SignatureDefKey", signature)
                .optTranslator(new RequestTranslator(size))
                .build()
                .loadModel();
    }

    @Override
    public void close() {
        predictors.values().forEach(Predictor::close);
        models.values().forEach(ZooModel::close);
    }

    /** What goes into a signature: images with or without targets, or embeddings. */
    private record Request(ByteBuffer images, int count, float[] embedding, int[] targets) {}

    /** Names the inputs as the signatures do; hands the outputs on, detached from the predictor. */
    private static final class RequestTranslator implements NoBatchifyTranslator<Request, NDList> {
        private final int size;

        RequestTranslator(int size) {
            this.size = size;
        }

        @Override
        public NDList processInput(TranslatorContext context, Request request) {
            NDManager manager = context.getNDManager();
            if (request.embedding() != null) {
                Shape shape = new Shape(request.count(), request.embedding().length / request.count());
                return new NDList(named(manager.create(request.embedding(), shape), "embedding"));
            }
            int bytes = request.count() * size * size * 3;
            byte[] copy = new byte[bytes];
            request.images().duplicate().rewind().get(copy);
            ByteBuffer buffer = ByteBuffer.wrap(copy);
            NDList list = new NDList(
                    named(manager.create(buffer, new Shape(request.count(), size, size, 3), DataType.UINT8), "images"));
            if (request.targets() != null) {
                list.add(named(manager.create(Arrays.copyOf(request.targets(), request.count())), "target"));
            }
            return list;
        }

        @Override
        public NDList processOutput(TranslatorContext context, NDList list) {
            list.detach();
            return list;
        }

        private static NDArray named(NDArray array, String name) {
            array.setName(name);
            return array;
        }
    }
}
