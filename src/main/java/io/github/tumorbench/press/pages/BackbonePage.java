package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.cards.Card;
import io.github.tumorbench.press.cards.Cards;
import io.github.tumorbench.press.figures.Figures;
import io.github.tumorbench.record.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One backbone under every schedule and protocol, or all ensembles.
 *
 * @param lead what it is, in a sentence
 * @param facts size and cost, the same in all its experiments or each with its own
 * @param experiments one row for each
 * @param recall recall of each class, drawn
 * @param recalls recall of each class under each
 * @param card the model card; null for ensembles
 */
public record BackbonePage(
        Frame frame,
        String file,
        String name,
        String lead,
        List<Term> facts,
        Table experiments,
        FigureView recall,
        Table recalls,
        Card card)
        implements Page {
    public BackbonePage {
        facts = List.copyOf(facts);
    }

    static BackbonePage of(Report report, BackboneGroup group) {
        return new BackbonePage(
                report.frame(group.ensembles() ? group.name() : "Backbone " + group.name(), group.file()),
                group.file(),
                group.name(),
                lead(group),
                facts(report, group),
                BackboneTables.experiments(report, group),
                report.figure(Figures.RECALL_OF + place(report, group)),
                BackboneTables.recalls(report, group),
                group.ensembles() ? null : Cards.of("model-card", "model-card", ModelCardFacts.of(report, group)));
    }

    @Override
    public String template() {
        return "backbone";
    }

    /** From 1 among the study's backbones, as its experiments name them. */
    private static int place(Report report, BackboneGroup group) {
        return 1
                + distinct(report.analysis().experiments(), ExperimentAnalysis::backbone)
                        .indexOf(group.experiments().get(0).backbone());
    }

    private static String lead(BackboneGroup group) {
        List<String> recipes = distinct(group.experiments(), ExperimentAnalysis::recipe);
        List<String> protocols = distinct(group.experiments(), ExperimentAnalysis::protocol);
        String under = (protocols.size() == 1 ? "the protocol " : "the protocols ") + Question.words(protocols, "and");
        return group.ensembles()
                ? "Networks whose probabilities are averaged (%s), under %s."
                        .formatted(Question.words(recipes, "and"), under)
                : "Trained by the %s %s, under %s."
                        .formatted(
                                recipes.size() == 1 ? "schedule" : "schedules", Question.words(recipes, "and"), under);
    }

    private static List<Term> facts(Report report, BackboneGroup group) {
        List<Experiment> all = group.experiments().stream()
                .map(one -> report.recordOf(one).experiment())
                .toList();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Parameters", either(all, one -> Format.large(one.parameters()))));
        terms.add(Term.of("FLOPs of one image", either(all, one -> Format.large(one.flops()))));
        if (!group.ensembles()) {
            terms.add(Term.of("Input", either(all, one -> String.valueOf(one.input())), "pixels a side"));
            terms.add(Term.of("Feature length", either(all, one -> Format.count(one.embedding()))));
        }
        terms.add(Term.of("Experiments", Format.count(all.size())));
        return terms;
    }

    /** Each value once, in order. */
    private static String either(List<Experiment> all, Function<Experiment, String> value) {
        return Question.words(all.stream().map(value).distinct().toList(), "or");
    }

    private static List<String> distinct(
            List<ExperimentAnalysis> experiments, Function<ExperimentAnalysis, String> property) {
        return experiments.stream().map(property).distinct().toList();
    }
}
