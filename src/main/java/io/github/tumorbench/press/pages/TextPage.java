package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.cards.Card;
import io.github.tumorbench.press.cards.Cards;
import java.util.List;

/**
 * A page of cards: the datasheet, or ethics and governance.
 *
 * @param lead what it is about, in a sentence
 * @param source how the cards came about
 */
public record TextPage(Frame frame, String file, String title, String lead, String source, List<Card> cards)
        implements Page {
    /** Name of the file of data card and datasheet. */
    public static final String DATASHEET = "datasheet.html";

    /** Name of the file of ethics and governance. */
    public static final String GOVERNANCE = "governance.html";

    public TextPage {
        cards = List.copyOf(cards);
    }

    static TextPage datasheet(Report report) {
        String title = "Datasheet";
        return new TextPage(
                report.frame(title, DATASHEET),
                DATASHEET,
                title,
                "Where the images come from, what they are for and what they are not for.",
                "Facts are filled in from the record; judgements were written for this project and come from no measurement. The datasheet follows Gebru et al. (2021).",
                List.of(
                        Cards.of("data-card", "data-card", CardFacts.data(report)),
                        Cards.of("datasheet", "datasheet", CardFacts.data(report))));
    }

    static TextPage governance(Report report) {
        String title = "Ethics and governance";
        return new TextPage(
                report.frame(title, GOVERNANCE),
                GOVERNANCE,
                title,
                "What this report may be used for, who could be harmed, and which questions of good practice it answers.",
                "Checklists say where an answer stands, and say so where there is none. They were filled in by this project about itself; nobody else has checked them.",
                List.of(
                        Cards.of("ethics-card", "ethics", CardFacts.ethics(report)),
                        Cards.of("gdpr", "gdpr", CardFacts.checklist(report)),
                        Cards.of("fair", "fair", CardFacts.checklist(report)),
                        Cards.of("claim-2024", "claim-2024", CardFacts.checklist(report)),
                        Cards.of("tripod-ai", "tripod-ai", CardFacts.checklist(report))));
    }

    @Override
    public String template() {
        return "text";
    }
}
