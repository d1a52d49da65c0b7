package io.github.tumorbench.lab.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/**
 * Features and layer outputs computed by an independent implementation in float64, to six significant digits.
 *
 * @param pictures in the files' order
 * @param models by the backbone's name, as study files spell it
 */
public record GoldenFeatures(List<Picture> pictures, Map<String, Model> models) {
    private static final Map<String, String> NAMES =
            Map.of("mobilenetv2", "MobileNetV2", "resnet50", "ResNet50", "efficientnetb0", "EfficientNetB0");

    /** An input of 224×224 pixels. */
    public record Picture(String name, Path png) {
        /** RGB, row by row: height · width · 3 values 0–255. */
        public byte[] rgb() throws IOException {
            BufferedImage image = ImageIO.read(png.toFile());
            int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            byte[] rgb = new byte[samples.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) samples[i];
            }
            return rgb;
        }
    }

    /**
     * One backbone.
     *
     * @param layer whose pooled output the features are: where to cut the backbone
     * @param file name of the weights file used
     * @param expected by picture
     * @param layers by layer, then picture, for every layer computed; EfficientNetB0's {@code normalization} in the file is
     *     the input after the second rescaling, so it stands here as {@code rescaling_1}
     */
    public record Model(
            String layer, String file, Map<String, Expected> expected, Map<String, Map<String, Stats>> layers) {}

    /**
     * One picture through one backbone.
     *
     * @param inputMeans of the channels after all preprocessing, in the order after a swap; for EfficientNetB0 after
     *     {@code rescaling_1}
     * @param inputDeviations likewise
     * @param inputMinimum over all channels
     * @param inputMaximum over all channels
     * @param centrePixel the channels at row 112, column 112
     * @param pooled mean over height and width of the layer's output
     */
    public record Expected(
            double[] inputMeans,
            double[] inputDeviations,
            double inputMinimum,
            double inputMaximum,
            double[] centrePixel,
            double[] pooled) {}

    /** Over all values of a layer's output; the deviation is the population's. */
    public record Stats(double mean, double deviation, double minimum, double maximum) {}

    /** Reads {@code golden_features.json} and {@code golden_layer_stats.json} of a folder. */
    public static GoldenFeatures load(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode features =
                mapper.readTree(folder.resolve("golden_features.json").toFile());
        JsonNode layers =
                mapper.readTree(folder.resolve("golden_layer_stats.json").toFile());
        List<Picture> pictures = features.required("images").properties().stream()
                .map(image -> new Picture(
                        image.getKey(),
                        folder.resolve(image.getValue().required("png").textValue())))
                .toList();
        Map<String, Model> models = new LinkedHashMap<>();
        features.required("models")
                .properties()
                .forEach(model -> models.put(
                        NAMES.get(model.getKey()), model(model.getValue(), layers.required(model.getKey()))));
        return new GoldenFeatures(pictures, models);
    }

    private static Model model(JsonNode model, JsonNode layers) {
        Map<String, Expected> expected = new LinkedHashMap<>();
        model.required("images")
                .properties()
                .forEach(image -> expected.put(image.getKey(), expected(image.getValue())));
        Map<String, Map<String, Stats>> stats = new LinkedHashMap<>();
        JsonNode pictures = layers.required("images");
        layers.required("layers")
                .properties()
                .forEach(layer -> stats.put(
                        layer.getKey().equals("normalization") ? "rescaling_1" : layer.getKey(),
                        stats(pictures, layer.getValue())));
        return new Model(
                model.required("layer").textValue(), model.required("file").textValue(), expected, stats);
    }

    private static Expected expected(JsonNode image) {
        return new Expected(
                numbers(image.required("input_channel_mean")),
                numbers(image.required("input_channel_std")),
                image.required("input_min").doubleValue(),
                image.required("input_max").doubleValue(),
                numbers(image.required("input_pixel_112_112")),
                numbers(image.required("pooled")));
    }

    private static Map<String, Stats> stats(JsonNode pictures, JsonNode rows) {
        Map<String, Stats> stats = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            double[] row = numbers(rows.get(i));
            stats.put(pictures.get(i).textValue(), new Stats(row[0], row[1], row[2], row[3]));
        }
        return stats;
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    /** The largest difference between two vectors over the largest magnitude expected. */
    public static double relativeDifference(double[] actual, double[] expected) {
        if (actual.length != expected.length) {
            throw new IllegalArgumentException(actual.length + " numbers against " + expected.length);
        }
        double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        double[] differences = new double[actual.length];
        Arrays.setAll(differences, i -> Math.abs(actual[i] - expected[i]));
        return DoubleStream.of(differences).max().orElseThrow() / largest;
    }
}
