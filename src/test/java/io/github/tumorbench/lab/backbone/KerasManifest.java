package io.github.tumorbench.lab.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What Keras's own models hold, from {@code keras_notop_manifest.json}.
 *
 * @param layers names in Keras's order
 * @param tensors in Keras's order
 */
record KerasManifest(
        String officialFile,
        long parameters,
        long trainableParameters,
        double epsilon,
        List<String> layers,
        List<TensorSpec> tensors) {
    static KerasManifest of(String backbone) {
        try (InputStream in = KerasManifest.class.getResourceAsStream("/keras_notop_manifest.json")) {
            JsonNode model = new ObjectMapper().readTree(in).required(backbone);
            return new KerasManifest(
                    model.required("official_file").textValue(),
                    model.required("total_params").longValue(),
                    model.required("trainable_params").longValue(),
                    model.required("bn_epsilon").doubleValue(),
                    elements(model.required("model_layers_in_order")).stream()
                            .map(JsonNode::textValue)
                            .toList(),
                    elements(model.required("weights")).stream()
                            .map(KerasManifest::tensor)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TensorSpec tensor(JsonNode weight) {
        String layer = weight.required("layer").textValue();
        String name = weight.required("weight").textValue();
        List<Integer> shape = elements(weight.required("shape")).stream()
                .map(JsonNode::intValue)
                .toList();
        String role = name.substring(layer.length() + 1, name.length() - ":0".length());
        return new TensorSpec(layer, role, shape, weight.required("trainable").booleanValue());
    }

    private static List<JsonNode> elements(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
