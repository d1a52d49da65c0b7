package io.github.tumorbench.lab.engine;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Tensor;

/** The tensors fed to one run, freed together: native memory stays flat over epochs. */
final class Fed implements AutoCloseable {
    private final List<Tensor> tensors = new ArrayList<>();

    <T extends Tensor> T add(T tensor) {
        tensors.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        tensors.forEach(Tensor::close);
    }
}
