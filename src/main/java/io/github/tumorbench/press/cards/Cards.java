package io.github.tumorbench.press.cards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cards from the templates on the class path. */
public final class Cards {
    private Cards() {}

    /**
     * Fills {@code templates/cards/<template>.md}.
     *
     * @param id the card's anchor
     * @throws IllegalArgumentException where the template asks for a fact or condition that is not given
     */
    public static Card of(String template, String id, Facts facts) {
        return render(new CardTemplate(template, read("templates/cards/" + template + ".md")), id, facts);
    }

    static Card render(CardTemplate template, String id, Facts facts) {
        return Markdown.card(id, template.fill(facts));
    }

    private static String read(String resource) {
        try (InputStream in = Cards.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
