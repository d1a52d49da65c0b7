package io.github.tumorbench.lab.pipeline;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and then kept. For one thread. */
final class Lazy<T> implements Supplier<T> {
    private Supplier<T> making;
    private T value;

    Lazy(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        if (making != null) {
            value = making.get();
            making = null;
        }
        return value;
    }
}
