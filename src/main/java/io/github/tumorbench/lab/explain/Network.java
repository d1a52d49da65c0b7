package io.github.tumorbench.lab.explain;

import java.nio.ByteBuffer;

/** A network that is asked for probabilities and nothing else. */
@FunctionalInterface
public interface Network {
    /**
     * Probabilities, count · classes.
     *
     * @param images count · size · size · 3 bytes, RGB
     */
    float[] probabilities(ByteBuffer images, int count);
}
