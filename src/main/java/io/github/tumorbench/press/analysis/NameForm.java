package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.study.EnsembleSpec;

/** How much of what an experiment is goes into its name, the least first. */
enum NameForm {
    PLAIN(false, false),
    SCHEDULE(true, false),
    PROTOCOL(false, true),
    BOTH(true, true),
    ID(true, true) {
        @Override
        String of(Experiment one) {
            return one.id();
        }
    };

    private final boolean schedule;
    private final boolean protocol;

    NameForm(boolean schedule, boolean protocol) {
        this.schedule = schedule;
        this.protocol = protocol;
    }

    /** E.g. {@code ResNet50 (frozen, official)}, {@code Ensemble three (official)}. */
    String of(Experiment one) {
        String plain = one.ensemble() ? "Ensemble " + recipe(one.id(), one.protocol()) : one.backbone();
        String more = schedule && !one.ensemble()
                ? protocol ? one.schedule() + ", " + one.protocol() : one.schedule()
                : protocol ? one.protocol() : "";
        return more.isEmpty() ? plain : "%s (%s)".formatted(plain, more);
    }

    /** An ensemble's own name: its id without what every ensemble's begins with and without the protocol. */
    static String recipe(String id, String protocol) {
        String name = id.startsWith(EnsembleSpec.PREFIX) ? id.substring(EnsembleSpec.PREFIX.length()) : id;
        String end = "-" + protocol;
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }
}
