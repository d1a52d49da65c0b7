package io.github.tumorbench.lab.backbone;

import java.util.List;

/**
 * A backbone as data: everything the project knows of an architecture follows from this list.
 *
 * @param name as study files spell it
 * @param layers in Keras's order; the last one's output is the feature map
 */
public record Backbone(String name, Preprocessing preprocessing, List<Layer> layers) {
    public Backbone {
        layers = List.copyOf(layers);
    }

    /** Name of the layer whose output is the feature map. */
    public String featureLayer() {
        return layers.get(layers.size() - 1).name();
    }
}
