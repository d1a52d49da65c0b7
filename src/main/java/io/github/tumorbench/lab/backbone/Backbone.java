package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A backbone as data: everything the project knows of an architecture follows from this list.
 *
 * @param name as study files spell it
 * @param input height and width of the image in pixels; paddings depend on it, so a backbone is made for one size
 * @param kernels how kernels begin when trained from random weights
 * @param layers in Keras's order; the last one's output is the feature map
 */
public record Backbone(
        String name, int input, Preprocessing preprocessing, KernelInitialiser kernels, List<Layer> layers) {
    /**
     * Holds the layers to the list's one rule.
     *
     * @throws IllegalArgumentException if two layers share a name or one reads a layer that does not precede it
     */
    public Backbone {
        layers = List.copyOf(layers);
        Set<String> known = new HashSet<>();
        for (Layer layer : layers) {
            if (!known.containsAll(layer.inputs())) {
                throw new IllegalArgumentException(layer.name() + " reads a layer that does not precede it");
            }
            if (!known.add(layer.name())) {
                throw new IllegalArgumentException("two layers are named " + layer.name());
            }
        }
    }

    /** Name of the layer whose output is the feature map. */
    public String featureLayer() {
        return layers.get(layers.size() - 1).name();
    }

    /**
     * The layer of that name.
     *
     * @throws InputException if there is none; the nearest names are suggested
     */
    public Layer layer(String wanted) {
        return layers.stream()
                .filter(layer -> layer.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException(name + ": expected the name of one of its layers (near: "
                        + String.join(", ", NearNames.of(wanted, layerNames(), 3)) + "), found " + wanted + "."));
    }

    /**
     * The backbone cut after a layer: that layer and those it needs, in the same order. Its feature map is that layer's
     * output.
     *
     * @throws InputException if there is no such layer; the nearest names are suggested
     */
    public Backbone upTo(String last) {
        Set<String> needed = new HashSet<>(Set.of(layer(last).name()));
        List<Layer> kept = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.contains(layers.get(i).name())) {
                kept.add(layers.get(i));
                needed.addAll(layers.get(i).inputs());
            }
        }
        Collections.reverse(kept);
        return new Backbone(name, input, preprocessing, kernels, kept);
    }

    /**
     * Where a network whose last layers learn can be cut in two: the layer before all that learn whose output everything
     * after it needs, and nothing else from before. Of several, the one with the fewest numbers, and of those the last.
     *
     * @param trained names of the layers that learn
     * @return empty where no layer with weights to learn is left before them: there would be nothing to save
     */
    public Optional<String> cutBefore(Set<String> trained) {
        Map<String, Shape> shapes = shapes();
        String cut = null;
        Set<String> needed = new HashSet<>(Set.of(featureLayer()));
        for (int i = layers.size() - 1; i > 0; i--) {
            String name = layers.get(i).name();
            boolean onlyThisIsNeeded = needed.equals(Set.of(name));
            boolean beforeAllTrained =
                    layers.subList(0, i + 1).stream().noneMatch(layer -> trained.contains(layer.name()));
            if (onlyThisIsNeeded && beforeAllTrained && (cut == null || smaller(shapes, name, cut))) {
                cut = name;
            }
            needed.remove(name);
            needed.addAll(layers.get(i).inputs());
        }
        return Optional.ofNullable(cut).filter(layer -> upTo(layer).trainableParameters() > 0);
    }

    private static boolean smaller(Map<String, Shape> shapes, String one, String other) {
        return shapes.get(one).size() < shapes.get(other).size();
    }

    /**
     * What comes after a cut: its input is the cut layer's output, and nothing is left to preprocess.
     *
     * @param cut a layer that {@link #cutBefore} found
     */
    public Backbone after(String cut) {
        int at = layers.indexOf(layer(cut));
        List<Layer> rest = new ArrayList<>();
        rest.add(new Layer.Input(cut, shapes().get(cut)));
        rest.addAll(layers.subList(at + 1, layers.size()));
        return new Backbone(name, input, new Preprocessing(false, 1, List.of()), kernels, rest);
    }

    /** Output shapes by layer name, in the layers' order. */
    public Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Layer layer : layers) {
            shapes.put(layer.name(), layer.output(read(layer, shapes)));
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** Shape of the feature map. */
    public Shape featureShape() {
        return shapes().get(featureLayer());
    }

    /** Channels of the feature map: the length of the pooled feature. */
    public int channels() {
        return featureShape().channels();
    }

    /** Every weight in Keras's order ({@code model.weights} layer by layer). */
    public List<TensorSpec> tensors() {
        Map<String, Shape> shapes = shapes();
        return layers.stream()
                .flatMap(layer -> layer.tensors(read(layer, shapes)).stream())
                .toList();
    }

    /** Numbers in all weights, as Keras's {@code count_params}. */
    public long parameters() {
        return tensors().stream().mapToLong(TensorSpec::size).sum();
    }

    /** Numbers in the weights that Keras trains: without moving statistics and the input's normalisation. */
    public long trainableParameters() {
        return tensors().stream()
                .filter(TensorSpec::trainable)
                .mapToLong(TensorSpec::size)
                .sum();
    }

    /**
     * Floating-point operations of one forward pass of one image: two for each multiply-add of the convolutions,
     * depthwise and squeeze-and-excite ones included. Biases, normalisation, activations, pooling and sums are not
     * counted, nor is preprocessing.
     */
    public long flops() {
        Map<String, Shape> shapes = shapes();
        return 2
                * layers.stream()
                        .mapToLong(layer -> layer.multiplyAdds(read(layer, shapes)))
                        .sum();
    }

    /**
     * Names of the last layers in Keras's order, the head not counted, every layer counted (activations and sums too), as
     * {@code model.layers[-count:]}; all of them if there are fewer.
     *
     * @param count at least 0
     */
    public Set<String> lastLayers(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("expected a count of at least 0, found " + count);
        }
        return layers.stream()
                .skip(Math.max(0, layers.size() - count))
                .map(Layer::name)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private List<String> layerNames() {
        return layers.stream().map(Layer::name).toList();
    }

    private static List<Shape> read(Layer layer, Map<String, Shape> shapes) {
        return layer.inputs().stream().map(shapes::get).toList();
    }
}
