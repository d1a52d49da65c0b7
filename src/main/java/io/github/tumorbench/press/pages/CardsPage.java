package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.cards.Card;
import io.github.tumorbench.press.cards.Cards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A card for each backbone, for the data and for ethics, and the data’s sheet. */
public record CardsPage(Frame frame, List<Card> cards) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "cards.html";

    public CardsPage {
        cards = List.copyOf(cards);
    }

    static CardsPage of(Report report) {
        List<Card> cards = new ArrayList<>();
        List<String> backbones = report.analysis().experiments().stream()
                .map(ExperimentAnalysis::backbone)
                .distinct()
                .toList();
        for (String backbone : backbones) {
            cards.add(Cards.of("model-card", anchor(backbone), ModelCardFacts.of(report, backbone)));
        }
        cards.add(Cards.of("data-card", "data-card", CardFacts.data(report)));
        cards.add(Cards.of("datasheet", "datasheet", CardFacts.data(report)));
        cards.add(Cards.of("ethics-card", "ethics-card", CardFacts.ethics(report)));
        return new CardsPage(report.frame("Cards", FILE), cards);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "cards";
    }

    private static String anchor(String backbone) {
        return "model-card-" + backbone.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
