package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the same for each number below a count, on as many threads as there are processors (at least 2, at most 8). */
final class Workers {
    private Workers() {}

    /** Returns when all is done, or throws what a piece of work threw, once no other piece is under way. */
    static void forEach(int count, Progress.Task task, IntConsumer work) {
        int threads = Math.max(
                1, Math.min(count, Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()))));
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                futures.add(pool.submit(() -> {
                    try {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            work.accept(i);
                            synchronized (task) {
                                task.step(1);
                            }
                        }
                    } finally {
                        next.addAndGet(count);
                    }
                }));
            }
            await(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(List<Future<?>> futures) {
        Throwable failure = null;
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading images", e);
            }
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
