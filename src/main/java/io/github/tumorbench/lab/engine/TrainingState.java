package io.github.tumorbench.lab.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.Session;

/** The numbers of a training graph's session: the variables, their averages where there are any, and the optimizer's. */
public final class TrainingState {
    private final Session session;
    private final Variables variables;
    private final List<String> names;
    private final WeightAverage average;
    private final OptimizerGraph optimizer;

    /**
     * @param names of the variables
     * @param average null where the schedule has none
     */
    TrainingState(
            Session session, Variables variables, List<String> names, WeightAverage average, OptimizerGraph optimizer) {
        this.session = session;
        this.variables = variables;
        this.names = List.copyOf(names);
        this.average = average;
        this.optimizer = optimizer;
    }

    /**
     * Everything a later step depends on.
     *
     * @param tensors variables, averages and optimizer state by names of their own
     * @param steps done
     */
    public record Whole(Map<String, float[]> tensors, long steps) {}

    /** @param initial a value for each variable; others do not matter */
    void initialise(Map<String, float[]> initial) {
        Map<String, float[]> start = new TreeMap<>(initial);
        start.keySet().retainAll(names);
        restore(start);
        optimizer.initialise(session);
    }

    /** The variables by name, averaged where the schedule says so. */
    Map<String, float[]> tensors() {
        if (average == null) {
            return variables.values(session, names);
        }
        Map<String, float[]> tensors = new TreeMap<>();
        Map<String, float[]> averages = average.variables()
                .values(session, names.stream().map(WeightAverage::nameOf).toList());
        names.forEach(name -> tensors.put(name, averages.get(WeightAverage.nameOf(name))));
        return tensors;
    }

    /** Sets the variables, and their averages, as {@link #tensors()} gave them. */
    void restore(Map<String, float[]> tensors) {
        variables.set(session, tensors);
        if (average != null) {
            average.initialise(session, tensors);
        }
    }

    Whole whole() {
        Map<String, float[]> tensors = new TreeMap<>();
        stateful().forEach(kind -> tensors.putAll(kind.values(session, kind.names())));
        return new Whole(tensors, optimizer.steps());
    }

    void resume(Whole whole) {
        for (Variables kind : stateful()) {
            Map<String, float[]> own = new TreeMap<>(whole.tensors());
            own.keySet().retainAll(kind.names());
            kind.set(session, own);
        }
        optimizer.resume(whole.steps());
    }

    private List<Variables> stateful() {
        return Stream.of(variables, optimizer.slots(), average == null ? null : average.variables())
                .filter(kind -> kind != null && !kind.names().isEmpty())
                .toList();
    }
}
