package io.github.tumorbench.study;

import io.github.tumorbench.study.Section.Item;
import io.github.tumorbench.study.Tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads {@code protocols}: names, or a name with its folds, each of which becomes a protocol of its own. */
final class ProtocolsParser {
    private static final Kind<Protocol.Name> NAME = Kind.oneOf(Protocol.Name.class);

    private final Problems problems;
    private final List<Protocol> protocols = new ArrayList<>();

    private ProtocolsParser(Problems problems) {
        this.problems = problems;
    }

    static List<Protocol> parse(Section root, Problems problems) {
        if (!root.has("protocols")) {
            return Defaults.PROTOCOLS;
        }
        String known = String.join(", ", Words.of(Protocol.Name.class));
        ProtocolsParser parser = new ProtocolsParser(problems);
        for (Item item : root.list("protocols", "a list of at least one of " + known)) {
            if (item.tree() instanceof Mapping) {
                Section.of(problems, item, "a mapping with name and folds")
                        .ifPresent(section -> parser.folds(item, section));
            } else {
                NAME.read(item.tree())
                        .ifPresentOrElse(
                                name -> parser.add(item, List.of(new Protocol(name, 0, 0))),
                                () -> root.problem(
                                        item,
                                        "expected an available protocol (" + known + "), found "
                                                + item.tree().found()));
            }
        }
        return parser.protocols;
    }

    private void folds(Item item, Section section) {
        Protocol.Name name = section.required("name", NAME, null);
        int folds = section.optional("folds", Kind.integer(2, 20), 0);
        section.finish();
        if (name == null) {
            return;
        }
        if (folds > 0 && name != Protocol.Name.PATIENT_DISJOINT) {
            section.wrong("folds", "no folds with " + Words.of(name) + ", whose test images are given", "" + folds);
            return;
        }
        add(
                item,
                folds == 0
                        ? List.of(new Protocol(name, 0, 0))
                        : IntStream.rangeClosed(1, folds)
                                .mapToObj(fold -> new Protocol(name, fold, folds))
                                .toList());
    }

    private void add(Item item, List<Protocol> added) {
        Protocol first = added.get(0);
        if (protocols.stream().anyMatch(one -> one.id().equals(first.id()))) {
            problems.add(
                    item.path(),
                    item.tree().line(),
                    "expected each protocol once, found " + Words.of(first.name()) + " again");
        } else {
            protocols.addAll(added);
        }
    }
}
