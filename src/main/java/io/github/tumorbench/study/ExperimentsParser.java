package io.github.tumorbench.study;

import io.github.tumorbench.study.Section.Item;
import io.github.tumorbench.study.Tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code experiments}. Which backbones and layers exist is the lab's to say. */
final class ExperimentsParser {
    private static final String WEIGHTS = "imagenet, random or {file: NAME}";
    private static final Kind<String> BACKBONE =
            Kind.matching("the name of a backbone such as MobileNetV2", Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}"));
    private final Map<String, Schedule> schedules;
    private final List<Protocol> protocols;
    private final Problems problems;
    private final Map<String, String> owners = new HashMap<>();

    private ExperimentsParser(Map<String, Schedule> schedules, List<Protocol> protocols, Problems problems) {
        this.schedules = schedules;
        this.protocols = protocols;
        this.problems = problems;
    }

    static List<ExperimentSpec> parse(
            Section root, Map<String, Schedule> schedules, List<Protocol> protocols, Problems problems) {
        ExperimentsParser parser = new ExperimentsParser(schedules, protocols, problems);
        List<ExperimentSpec> experiments = new ArrayList<>();
        for (Item item : root.list("experiments", "a list of at least one experiment")) {
            Section.of(problems, item, "a mapping with backbone, weights and schedule")
                    .map(parser::experiment)
                    .ifPresent(experiments::add);
        }
        return experiments;
    }

    private ExperimentSpec experiment(Section section) {
        String id = section.optional("id", Kind.slug(), null);
        if (id != null && id.startsWith(EnsembleSpec.PREFIX)) {
            section.wrong("id", "an id that does not begin with " + EnsembleSpec.PREFIX, id);
        }
        String backbone = section.required("backbone", BACKBONE, null);
        int input = section.optional("input", Kind.integer(32, 1024), Defaults.INPUT);
        WeightsSpec weights = weights(section);
        String features = section.optional("features", Kind.text(), null);
        String schedule = schedule(section);
        Kind<Double> share = Kind.number("a number above 0 and at most 1", value -> value > 0 && value <= 1);
        double trainingShare = section.optional("trainingShare", share, Defaults.TRAINING_SHARE);
        boolean refit = refit(section, schedule);
        Precision precision = section.optional("precision", Kind.oneOf(Precision.class), Defaults.PRECISION);
        Schedule.Augmentation testViews = Views.parse(section, "testViews", 1, null);
        List<Protocol.Name> under = under(section);
        section.finish();
        ExperimentSpec experiment = new ExperimentSpec(
                id, backbone, input, weights, features, schedule, trainingShare, refit, precision, testViews, under);
        if (id != null || (backbone != null && schedule != null)) {
            checkId(section, experiment);
        }
        return experiment;
    }

    /** A schedule's name; any is taken where the schedules themselves could not be read. */
    private String schedule(Section section) {
        Kind<String> names = schedules.isEmpty() ? Kind.slug() : Kind.oneOf(List.copyOf(schedules.keySet()));
        return section.required("schedule", names, null);
    }

    /** Only of what ends by itself: a training on every image has none left to stop by. */
    private boolean refit(Section section, String name) {
        boolean refit = section.optional("refit", Kind.flag(), false);
        if (refit
                && name != null
                && schedules.containsKey(name)
                && !schedules.get(name).endsByItself()) {
            section.wrong(
                    "refit",
                    "a schedule with trainLast: all and without startFrom, earlyStopping and reduceOnPlateau, which need"
                            + " validation images",
                    "schedule " + name);
        }
        return refit;
    }

    /** Some of the study's protocols, by name; none where the key is not written, which stands for all. */
    private List<Protocol.Name> under(Section section) {
        if (!section.has("protocols")) {
            return List.of();
        }
        List<String> known =
                protocols.stream().map(one -> Words.of(one.name())).distinct().toList();
        Kind<String> name = Kind.oneOf(known);
        List<Protocol.Name> under = new ArrayList<>();
        for (Item item : section.list("protocols", "a list of at least one of the study's protocols")) {
            Optional<Protocol.Name> wanted = name.read(item.tree())
                    .flatMap(word -> Kind.oneOf(Protocol.Name.class).read(item.tree()));
            if (wanted.isEmpty()) {
                section.problem(
                        item,
                        "expected a protocol of the study (" + String.join(", ", known) + "), found "
                                + item.tree().found());
            } else if (under.contains(wanted.get())) {
                section.problem(item, "expected each protocol once, found " + Words.of(wanted.get()) + " again");
            } else {
                under.add(wanted.get());
            }
        }
        return under;
    }

    private void checkId(Section section, ExperimentSpec experiment) {
        for (Protocol protocol :
                protocols.stream().filter(experiment::runsUnder).toList()) {
            String id = experiment.idUnder(protocol);
            String owner = owners.putIfAbsent(id, section.at(""));
            if (owner != null) {
                section.wrong("id", "an id of its own", id + ", which is also that of " + owner);
                return;
            }
        }
    }

    private WeightsSpec weights(Section section) {
        Item item = section.item("weights");
        if (item.tree() instanceof Scalar scalar) {
            Optional<String> word = Kind.oneOf(List.of("imagenet", "random")).read(scalar);
            if (word.isPresent()) {
                WeightsSpec.Kind kind =
                        word.get().equals("random") ? WeightsSpec.Kind.RANDOM : WeightsSpec.Kind.IMAGENET;
                return new WeightsSpec(kind, null, false);
            }
        }
        return Section.of(problems, item, WEIGHTS)
                .map(ExperimentsParser::fileWeights)
                .orElse(null);
    }

    private static WeightsSpec fileWeights(Section section) {
        String file = section.required("file", Kind.text(), null);
        boolean partial = section.optional("allowPartial", Kind.flag(), Defaults.ALLOW_PARTIAL);
        section.finish();
        return new WeightsSpec(WeightsSpec.Kind.FILE, file, partial);
    }
}
