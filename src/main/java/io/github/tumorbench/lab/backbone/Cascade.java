package io.github.tumorbench.lab.backbone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backbone's layers in blocks, from the last down, for networks that forget block by block. A block is what Keras names alike
 * ({@code block_16_…}, {@code conv5_block3_…}, {@code block7a_…}); layers between blocks are blocks of their own.
 */
public final class Cascade {
    private static final Pattern BLOCK =
            Pattern.compile("(block_\\d+|block\\d+[a-z]|conv\\d+_block\\d+|expanded_conv)_.*");

    private Cascade() {}

    /**
     * A place down to which everything is forgotten.
     *
     * @param layer the lowest layer with weights that is
     * @param layers all of them, by name
     */
    public record Depth(String layer, Set<String> layers) {
        public Depth {
            layers = Set.copyOf(layers);
        }
    }

    /** So many depths at most, evenly over the blocks, the shallowest first; the last holds the whole backbone. */
    public static List<Depth> depths(Backbone backbone, int most) {
        List<List<String>> blocks = blocks(backbone);
        int count = Math.min(most, blocks.size());
        List<Depth> depths = new ArrayList<>();
        for (int depth = 1; depth <= count; depth++) {
            int deep = (int) Math.ceil((double) depth * blocks.size() / count);
            Set<String> layers = new HashSet<>();
            blocks.subList(0, deep).forEach(layers::addAll);
            depths.add(new Depth(blocks.get(deep - 1).get(0), layers));
        }
        return depths;
    }

    /**
     * Tensors of which those of some layers are drawn anew; what an input is normalised by was not learnt and stays.
     *
     * @param tensors by name; more than the backbone's do not matter
     */
    public static Map<String, float[]> forgotten(
            Backbone backbone, Map<String, float[]> tensors, Set<String> layers, long seed) {
        Initialiser initialiser = new Initialiser(backbone, seed);
        Map<String, float[]> changed = new TreeMap<>(tensors);
        for (TensorSpec tensor : backbone.tensors()) {
            if (layers.contains(tensor.layer()) && !(backbone.layer(tensor.layer()) instanceof Layer.Normalization)) {
                changed.put(tensor.name(), initialiser.values(tensor));
            }
        }
        return changed;
    }

    /** Layers with weights in their order, in blocks, the last block first. */
    private static List<List<String>> blocks(Backbone backbone) {
        Set<String> weighted = new HashSet<>();
        backbone.tensors().forEach(tensor -> weighted.add(tensor.layer()));
        List<List<String>> blocks = new ArrayList<>();
        String before = null;
        for (Layer layer : backbone.layers()) {
            if (layer instanceof Layer.Normalization || !weighted.contains(layer.name())) {
                continue;
            }
            Matcher matcher = BLOCK.matcher(layer.name());
            String block = matcher.matches() ? matcher.group(1) : "";
            if (!block.equals(before)) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(layer.name());
            before = block;
        }
        Collections.reverse(blocks);
        return blocks;
    }
}
