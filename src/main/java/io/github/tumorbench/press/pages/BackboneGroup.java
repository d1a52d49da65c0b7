package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One backbone's experiments, or all ensembles, which share a page.
 *
 * @param name of the backbone
 * @param file name of its page
 * @param experiments in the study's order, at least one
 */
public record BackboneGroup(String name, String file, boolean ensembles, List<ExperimentAnalysis> experiments) {
    private static final String ENSEMBLES = "Ensembles";

    public BackboneGroup {
        experiments = List.copyOf(experiments);
    }

    /** In the order in which backbones first appear, ensembles last. */
    static List<BackboneGroup> of(List<ExperimentAnalysis> experiments) {
        Map<String, List<ExperimentAnalysis>> byName = new LinkedHashMap<>();
        experiments.stream().filter(one -> !one.ensemble()).forEach(one -> byName.computeIfAbsent(
                        one.backbone(), name -> new ArrayList<>())
                .add(one));
        List<BackboneGroup> groups = new ArrayList<>();
        byName.forEach((name, members) -> groups.add(new BackboneGroup(name, file(name, groups), false, members)));
        List<ExperimentAnalysis> ensembles =
                experiments.stream().filter(ExperimentAnalysis::ensemble).toList();
        if (!ensembles.isEmpty()) {
            groups.add(new BackboneGroup(ENSEMBLES, "ensembles.html", true, ensembles));
        }
        return groups;
    }

    /** Letters and digits of the name; a number more where that is taken or there are none. */
    private static String file(String name, List<BackboneGroup> before) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String file = "backbone-" + plain + ".html";
        return plain.isEmpty()
                        || plain.equals("-")
                        || before.stream().anyMatch(one -> one.file().equals(file))
                ? "backbone-" + plain + (before.size() + 1) + ".html"
                : file;
    }

    /** What tells an experiment apart from the others of its group, e.g. {@code best, official}. */
    String shortName(ExperimentAnalysis one) {
        String text = text(one);
        long same =
                experiments.stream().filter(other -> text(other).equals(text)).count();
        return same == 1 ? text : one.id();
    }

    private String text(ExperimentAnalysis one) {
        boolean recipes =
                experiments.stream().map(ExperimentAnalysis::recipe).distinct().count() > 1;
        boolean protocols = experiments.stream()
                        .map(ExperimentAnalysis::protocol)
                        .distinct()
                        .count()
                > 1;
        if (!protocols) {
            return one.recipe();
        }
        return recipes ? one.recipe() + ", " + one.protocol() : one.protocol();
    }
}
