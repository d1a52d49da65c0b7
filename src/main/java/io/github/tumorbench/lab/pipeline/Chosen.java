package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which of a study's experiments are computed, by their ids.
 *
 * @param ids of experiments under protocols, without ensembles
 */
public record Chosen(Set<String> ids) {
    public Chosen {
        ids = Set.copyOf(ids);
    }

    /** Every experiment under every protocol. */
    public static Chosen all(Study study) {
        Set<String> ids = new LinkedHashSet<>();
        study.protocols()
                .forEach(protocol -> study.experimentsUnder(protocol).forEach(spec -> ids.add(spec.idUnder(protocol))));
        return new Chosen(ids);
    }

    /**
     * The experiments of these names.
     *
     * @param names each a backbone or an experiment's name, which choose under every protocol, or the id under one
     * @throws InputException with a line for each name that the study does not know
     */
    public static Chosen of(StudyFile file, List<String> names) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            List<String> found = found(file.study(), name);
            if (found.isEmpty()) {
                problems.add("--only: expected experiments or backbones of %s (%s), found %s"
                        .formatted(file.name(), String.join(", ", known(file.study())), name));
            }
            ids.addAll(found);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Chosen(ids);
    }

    private static List<String> found(Study study, String name) {
        List<String> found = new ArrayList<>();
        for (Protocol protocol : study.protocols()) {
            for (ExperimentSpec spec : study.experimentsUnder(protocol)) {
                boolean everywhere = spec.name().equals(name)
                        || spec.backbone().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
                if (everywhere || spec.idUnder(protocol).equals(name)) {
                    found.add(spec.idUnder(protocol));
                }
            }
        }
        return found;
    }

    private static Set<String> known(Study study) {
        Set<String> known = new LinkedHashSet<>();
        study.experiments().forEach(spec -> known.add(spec.backbone()));
        study.experiments().forEach(spec -> known.add(spec.name()));
        return known;
    }

    boolean has(ExperimentSpec spec, Protocol protocol) {
        return ids.contains(spec.idUnder(protocol));
    }

    /** Whether the experiment is computed under any protocol. */
    boolean has(ExperimentSpec spec, Study study) {
        return study.protocols().stream().anyMatch(protocol -> has(spec, protocol));
    }
}
