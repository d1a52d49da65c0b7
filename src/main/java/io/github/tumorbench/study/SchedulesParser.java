package io.github.tumorbench.study;

import io.github.tumorbench.study.Schedule.Augmentation;
import io.github.tumorbench.study.Schedule.BatchNorm;
import io.github.tumorbench.study.Schedule.ClassWeights;
import io.github.tumorbench.study.Schedule.EarlyStopping;
import io.github.tumorbench.study.Schedule.Monitor;
import io.github.tumorbench.study.Schedule.Optimizer;
import io.github.tumorbench.study.Schedule.Policy;
import io.github.tumorbench.study.Schedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code schedules}. A setting that could have no effect is a problem, not a surprise. */
final class SchedulesParser {
    private static final Kind<Integer> TRAIN_LAST =
            Kind.oneOf(List.of("all")).map(all -> Schedule.ALL).or(Kind.integer(0));
    private static final Kind<Integer> PATIENCE = Kind.integer(1);
    private static final Kind<Double> LIMIT = Kind.number("a number of at least 0", value -> value >= 0);

    private final List<String> names;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private SchedulesParser(List<String> names) {
        this.names = names;
    }

    /** The schedules that could be read, by name, in the order of the file. */
    static Map<String, Schedule> parse(Section section) {
        List<String> names = section.names();
        if (names.isEmpty()) {
            section.wrong("", "at least one schedule", "none");
        }
        SchedulesParser parser = new SchedulesParser(names);
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        for (String name : names) {
            if (Kind.slug().read(new Tree.Scalar(0, name, true)).isEmpty()) {
                section.wrong(name, "a name of " + Kind.slug().expected(), name);
            }
            section.section(name, "a mapping with epochs and learningRate")
                    .ifPresent(found -> schedules.put(name, parser.schedule(name, found)));
        }
        parser.findCycles(schedules);
        return schedules;
    }

    private Schedule schedule(String name, Section section) {
        sections.put(name, section);
        int trainLast = section.optional("trainLast", TRAIN_LAST, Defaults.TRAIN_LAST);
        String startFrom = section.optional("startFrom", Kind.oneOf(names), null);
        int epochs = section.required("epochs", Kind.integer(1), 1);
        int batch = section.optional("batch", Kind.integer(1), Defaults.BATCH);
        Optimizer optimizer = orNull(section, "optimizer", Kind.oneOf(Optimizer.class), Defaults.OPTIMIZER);
        Kind<Double> positive = Kind.number("a number above 0", value -> value > 0);
        double learningRate = section.required("learningRate", positive, 1.0);
        Policy policy = orNull(section, "policy", Kind.oneOf(Policy.class), Defaults.POLICY);
        double warmUp = warmUp(section, policy, epochs);
        double momentum = momentum(section, optimizer);
        double weightDecay = weightDecay(section, optimizer);
        double smoothing = section.optional("labelSmoothing", Kind.shareBelowOne(), Defaults.LABEL_SMOOTHING);
        double dropout = section.optional("dropout", Kind.shareBelowOne(), Defaults.DROPOUT);
        double clipNorm = section.optional("clipNorm", LIMIT, Defaults.CLIP_NORM);
        double averaging = section.optional("averaging", Kind.shareBelowOne(), Defaults.AVERAGING);
        BatchNorm batchNorm = orNull(section, "batchNorm", Kind.oneOf(BatchNorm.class), Defaults.BATCH_NORM);
        double moving = batchNormMomentum(section, batchNorm);
        ClassWeights weights = section.optional("classWeights", Kind.oneOf(ClassWeights.class), Defaults.CLASS_WEIGHTS);
        EarlyStopping stopping = earlyStopping(section);
        ReduceOnPlateau plateau = reduceOnPlateau(section, policy);
        Augmentation augmentation = augmentation(section, trainLast);
        section.finish();
        return new Schedule(
                trainLast,
                startFrom,
                epochs,
                batch,
                optimizer,
                learningRate,
                policy,
                warmUp,
                momentum,
                weightDecay,
                smoothing,
                dropout,
                clipNorm,
                averaging,
                batchNorm,
                moving,
                weights,
                stopping,
                plateau,
                augmentation);
    }

    private static double warmUp(Section section, Policy policy, int epochs) {
        Kind<Double> fewer = Kind.number("a number of at least 0 and below epochs", v -> v >= 0 && v < epochs);
        double warmUp = section.optional("warmUp", fewer, Defaults.WARM_UP);
        if (policy == Policy.ONE_CYCLE && warmUp > 0) {
            section.problem("warmUp", "expected only with policy constant or cosine, found with " + Words.of(policy));
        }
        return warmUp;
    }

    private static double batchNormMomentum(Section section, BatchNorm batchNorm) {
        double momentum = section.optional("batchNormMomentum", Kind.shareBelowOne(), Defaults.BATCH_NORM_MOMENTUM);
        if (batchNorm == BatchNorm.MOVING && momentum != Defaults.BATCH_NORM_MOMENTUM) {
            section.problem("batchNormMomentum", "expected only with batchNorm batch, found with moving");
        }
        return momentum;
    }

    private static double momentum(Section section, Optimizer optimizer) {
        double momentum = section.optional("momentum", Kind.shareBelowOne(), Defaults.MOMENTUM);
        if (optimizer != null && optimizer != Optimizer.SGD && momentum != Defaults.MOMENTUM) {
            section.problem("momentum", "expected only with optimizer sgd, found with " + Words.of(optimizer));
        }
        return momentum;
    }

    private static double weightDecay(Section section, Optimizer optimizer) {
        Kind<Double> share = Kind.number("a number from 0 to 1", value -> value >= 0 && value <= 1);
        double decay = section.optional("weightDecay", share, Defaults.WEIGHT_DECAY);
        if (optimizer != null && optimizer != Optimizer.ADAMW && decay != 0) {
            section.problem("weightDecay", "expected only with optimizer adamw, found with " + Words.of(optimizer));
        }
        return decay;
    }

    private EarlyStopping earlyStopping(Section section) {
        return group(section, "earlyStopping", "a mapping with monitor and patience")
                .map(found -> {
                    Monitor monitor = found.required("monitor", Kind.oneOf(Monitor.class), null);
                    int patience = found.required("patience", PATIENCE, 1);
                    found.finish();
                    return new EarlyStopping(monitor, patience);
                })
                .orElse(null);
    }

    private ReduceOnPlateau reduceOnPlateau(Section section, Policy policy) {
        Optional<Section> group = group(section, "reduceOnPlateau", "a mapping with factor and patience");
        if (group.isPresent() && policy != null && policy != Policy.CONSTANT) {
            section.problem("reduceOnPlateau", "expected only with policy constant, found with " + Words.of(policy));
        }
        Kind<Double> share = Kind.number("a number above 0 and below 1", value -> value > 0 && value < 1);
        return group.map(found -> {
                    double factor = found.required("factor", share, 0.5);
                    int patience = found.required("patience", PATIENCE, 1);
                    found.finish();
                    return new ReduceOnPlateau(factor, patience);
                })
                .orElse(null);
    }

    private static Augmentation augmentation(Section section, int trainLast) {
        String refusal = trainLast == Schedule.ALL ? "trainLast all, where each epoch draws anew" : null;
        return Views.parse(section, "augmentation", Defaults.views(trainLast), refusal);
    }

    /** The value, its default where the key is not written, or null after a problem: nothing more is said about it then. */
    private static <T> T orNull(Section section, String key, Kind<T> kind, T fallback) {
        return section.has(key) ? section.required(key, kind, null) : fallback;
    }

    /** An optional section. */
    private Optional<Section> group(Section section, String key, String expected) {
        return section.has(key) ? section.section(key, expected) : Optional.empty();
    }

    /** Follows each {@code startFrom}; reports each circle once, at its first schedule in the file. */
    private void findCycles(Map<String, Schedule> schedules) {
        Set<String> seen = new HashSet<>();
        for (String name : schedules.keySet()) {
            List<String> way = new ArrayList<>();
            String next = name;
            while (next != null && schedules.containsKey(next) && seen.add(next)) {
                way.add(next);
                next = schedules.get(next).startFrom();
            }
            int start = next == null ? -1 : way.indexOf(next);
            if (start >= 0) {
                String circle = String.join(" → ", way.subList(start, way.size())) + " → " + next;
                sections.get(next)
                        .problem("startFrom", "expected a way to a first schedule, found the circle " + circle);
            }
        }
    }
}
