package io.github.tumorbench.press.analysis;

import io.github.tumorbench.study.EnsembleSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of what an experiment is goes into its name, the least first. */
enum NameForm {
    PLAIN(false, false),
    SCHEDULE(true, false),
    PROTOCOL(false, true),
    BOTH(true, true),
    ID(true, true) {
        @Override
        String of(Named one) {
            return one.id();
        }
    };

    private final boolean schedule;
    private final boolean protocol;

    NameForm(boolean schedule, boolean protocol) {
        this.schedule = schedule;
        this.protocol = protocol;
    }

    /**
     * What a name is made of.
     *
     * @param training see {@link #training}
     */
    record Named(String id, String backbone, boolean ensemble, String training, String protocol) {}

    /** E.g. {@code frozen} or {@code 8-epochs with refit}. */
    static String training(String schedule, boolean refitted) {
        return refitted ? schedule + " with refit" : schedule;
    }

    /** By id, in the shortest form under which no two are called the same. */
    static Map<String, String> names(List<Named> experiments) {
        for (NameForm form : values()) {
            Map<String, String> byId = new LinkedHashMap<>();
            experiments.forEach(one -> byId.put(one.id(), form.of(one)));
            if (new HashSet<>(byId.values()).size() == byId.size()) {
                return byId;
            }
        }
        throw new IllegalStateException("experiments have different ids");
    }

    /** E.g. {@code ResNet50 (frozen, official)}, {@code Ensemble three (official)}; an ensemble has no schedule to tell. */
    String of(Named one) {
        String plain = one.ensemble() ? "Ensemble " + recipe(one.id(), one.protocol()) : one.backbone();
        String more = schedule && !one.ensemble()
                ? protocol ? one.training() + ", " + one.protocol() : one.training()
                : protocol ? one.protocol() : "";
        return new ExperimentName(plain, more).toString();
    }

    /** An ensemble's own name: its id without what every ensemble's begins with and without the protocol. */
    static String recipe(String id, String protocol) {
        String name = id.startsWith(EnsembleSpec.PREFIX) ? id.substring(EnsembleSpec.PREFIX.length()) : id;
        String end = "-" + protocol;
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }
}
