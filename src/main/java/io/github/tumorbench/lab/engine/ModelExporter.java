package io.github.tumorbench.lab.engine;

import com.google.protobuf.CodedOutputStream;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * Writes a trained model as a TensorFlow SavedModel with weights as constants (batch normalisation folded) and three
 * signatures, all of one graph:
 *
 * <ul>
 *   <li>{@code serving_default}: {@code images} uint8 [N, size, size, 3] RGB → {@code probabilities}, {@code logits}
 *       [N, classes], {@code embedding} [N, channels];
 *   <li>{@code gradcam}: {@code images}, {@code target} int32 [N] → {@code map}, {@code plus_plus},
 *       {@code hirescam} [N, h, w], see {@link ActivationMaps};
 *   <li>{@code head}: {@code embedding} → {@code probabilities}, {@code logits}.
 * </ul>
 */
public final class ModelExporter implements AutoCloseable {
    private static final String GRADCAM = "gradcam";

    private final Backbone backbone;
    private final int size;
    private final Map<String, float[]> tensors;
    private final int classes;
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private Placeholder<TUint8> images;
    private Placeholder<TInt32> target;
    private ActivationMaps maps;

    private ModelExporter(Backbone backbone, int classes, Map<String, float[]> tensors) {
        this.backbone = backbone;
        this.size = backbone.input();
        this.classes = classes;
        this.tensors = tensors;
    }

    /**
     * Writes {@code folder/saved_model.pb}. Equal arguments give equal bytes.
     *
     * @param tensors of the backbone and the head
     * @return SHA-256 of the same model as it is without the maps that came after Grad-CAM: it names what is predicted, so that
     *     a new way to explain makes no prediction anew
     */
    public static String export(
            TensorFlowRuntime runtime, Backbone backbone, int classes, Map<String, float[]> tensors, Path folder)
            throws IOException {
        try (ModelExporter exporter = new ModelExporter(backbone, classes, tensors)) {
            Map<String, SignatureDef> signatures = exporter.signatures();
            MessageDigest digest = Digests.sha256();
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                exporter.write(runtime, signatures, out);
            }
            signatures.put(GRADCAM, exporter.maps());
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve("saved_model.pb"))) {
                exporter.write(runtime, signatures, out);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private void write(TensorFlowRuntime runtime, Map<String, SignatureDef> signatures, OutputStream out)
            throws IOException {
        MetaGraphDef.Builder meta = MetaGraphDef.newBuilder()
                .setMetaInfoDef(
                        MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve").setTensorflowVersion(runtime.version()))
                .setGraphDef(graph.toGraphDef());
        signatures.forEach(meta::putSignatureDef);
        CodedOutputStream coded = CodedOutputStream.newInstance(out, 1 << 16);
        coded.useDeterministicSerialization();
        SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(meta)
                .build()
                .writeTo(coded);
        coded.flush();
    }

    @Override
    public void close() {
        graph.close();
    }

    /** What predicts, and Grad-CAM alone. */
    private Map<String, SignatureDef> signatures() {
        images = tf.withName("images").placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        Operand<TFloat32> input =
                LayerGraph.preprocess(tf, backbone.preprocessing(), tf.dtypes.cast(images, TFloat32.class));
        Operand<TFloat32> map = new LayerGraph(tf, Precision.FP32, new InferenceBehaviour(tf, backbone, tensors, true))
                .build(backbone, input);
        Operand<TFloat32> embedding = LayerGraph.pool(tf, map);
        Operand<TFloat32> kernel = Tensors.constant(tf, tensors.get(Head.KERNEL), backbone.channels(), classes);
        Operand<TFloat32> bias = Tensors.constant(tf, tensors.get(Head.BIAS), classes);
        Operand<TFloat32> logits = Head.logits(tf, embedding, kernel, bias);
        SignatureDef serving = signature(
                Map.of("images", images),
                Map.of("probabilities", tf.nn.softmax(logits), "logits", logits, "embedding", embedding));
        Placeholder<TFloat32> given = tf.withName("embedding")
                .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, backbone.channels())));
        Operand<TFloat32> headLogits = Head.logits(tf, given, kernel, bias);
        SignatureDef head = signature(
                Map.of("embedding", given), Map.of("probabilities", tf.nn.softmax(headLogits), "logits", headLogits));
        target = tf.withName("target").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        maps = new ActivationMaps(graph, tf, map, logits, target, classes);
        SignatureDef gradcam = signature(Map.of("images", images, "target", target), Map.of("map", maps.gradcam()));
        return new TreeMap<>(Map.of("serving_default", serving, GRADCAM, gradcam, "head", head));
    }

    /** Every map; what only they need comes into the graph here, after all else. */
    private SignatureDef maps() {
        return signature(
                Map.of("images", images, "target", target),
                Map.of("map", maps.gradcam(), "plus_plus", maps.plusPlus(), "hirescam", maps.hirescam()));
    }

    private static SignatureDef signature(Map<String, Operand<?>> inputs, Map<String, Operand<?>> outputs) {
        SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        inputs.forEach((name, operand) -> signature.putInputs(name, info(operand)));
        outputs.forEach((name, operand) -> signature.putOutputs(name, info(operand)));
        return signature.build();
    }

    private static TensorInfo info(Operand<?> operand) {
        Output<?> output = operand.asOutput();
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : output.shape().asArray()) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
        }
        return TensorInfo.newBuilder()
                .setName(output.op().name() + ":" + output.index())
                .setDtype(DataType.forNumber(output.dataType().getNumber()))
                .setTensorShape(shape)
                .build();
    }
}
