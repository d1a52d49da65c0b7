package io.github.tumorbench.study;

import io.github.tumorbench.study.Section.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ensembles}: which experiments' probabilities are averaged. */
final class EnsemblesParser {
    private final Kind<String> member;
    private final List<ExperimentSpec> experiments;
    private final List<Protocol> protocols;
    private final Problems problems;
    private final Set<String> ids = new HashSet<>();

    private EnsemblesParser(
            List<String> names, List<ExperimentSpec> experiments, List<Protocol> protocols, Problems problems) {
        this.member = Kind.oneOf(names);
        this.experiments = experiments;
        this.protocols = protocols;
        this.problems = problems;
    }

    static List<EnsembleSpec> parse(
            Section root, List<ExperimentSpec> experiments, List<Protocol> protocols, Problems problems) {
        if (!root.has("ensembles")) {
            return List.of();
        }
        List<String> names =
                experiments.stream().map(ExperimentSpec::name).distinct().toList();
        EnsemblesParser parser = new EnsemblesParser(names, experiments, protocols, problems);
        List<EnsembleSpec> ensembles = new ArrayList<>();
        for (Item item : root.list("ensembles", "a list of at least one ensemble")) {
            Section.of(problems, item, "a mapping with id and members")
                    .map(parser::ensemble)
                    .ifPresent(ensembles::add);
        }
        return ensembles;
    }

    private EnsembleSpec ensemble(Section section) {
        String id = section.required("id", Kind.slug(), EnsembleSpec.PREFIX);
        if (!id.startsWith(EnsembleSpec.PREFIX)) {
            section.wrong("id", "an id that begins with " + EnsembleSpec.PREFIX, id);
        } else if (!ids.add(id)) {
            section.wrong("id", "an id of its own", id + " again");
        }
        List<String> members = members(section);
        section.finish();
        EnsembleSpec ensemble = new EnsembleSpec(id, members);
        if (members.size() > 1 && protocols.stream().noneMatch(one -> ensemble.runsUnder(one, experiments))) {
            section.wrong("members", "experiments that share a protocol", String.join(", ", members));
        }
        return ensemble;
    }

    private List<String> members(Section section) {
        List<String> members = new ArrayList<>();
        List<Item> items = section.list("members", "a list of at least two experiments");
        for (Item item : items) {
            Optional<String> name = member.read(item.tree());
            if (name.isEmpty()) {
                section.problem(
                        item,
                        "expected an experiment's name (" + member.expected() + "), found "
                                + item.tree().found());
            } else if (members.contains(name.get())) {
                section.problem(item, "expected each experiment once, found " + name.get() + " again");
            } else {
                members.add(name.get());
            }
        }
        if (items.size() == 1) {
            section.wrong("members", "a list of at least two experiments", "one");
        }
        return members;
    }
}
