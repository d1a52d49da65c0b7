package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The backbones known by name. A fourth one is one more line here. */
public final class Backbones {
    /** Keras refuses smaller images for all three. */
    public static final int SMALLEST_INPUT = 32;

    private static final Map<String, IntFunction<Backbone>> KNOWN = known();

    private Backbones() {}

    /** Names as study files spell them. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /**
     * The backbone without its classifier, for square images of one size.
     *
     * @param name one of {@link #names()}
     * @param input height and width in pixels
     * @throws InputException if the name is unknown or the input smaller than {@link #SMALLEST_INPUT}
     */
    public static Backbone named(String name, int input) {
        IntFunction<Backbone> spec = KNOWN.get(name);
        if (spec == null) {
            throw new InputException(
                    "backbone: expected one of " + String.join(", ", names()) + ", found " + name + ".");
        }
        if (input < SMALLEST_INPUT) {
            throw new InputException(
                    name + ": expected an input of at least " + SMALLEST_INPUT + " pixels, found " + input + ".");
        }
        return spec.apply(input);
    }

    private static Map<String, IntFunction<Backbone>> known() {
        Map<String, IntFunction<Backbone>> known = new LinkedHashMap<>();
        known.put(MobileNetV2.NAME, MobileNetV2::of);
        known.put(ResNet50.NAME, ResNet50::of);
        known.put(EfficientNetB0.NAME, EfficientNetB0::of);
        return Collections.unmodifiableMap(known);
    }
}
