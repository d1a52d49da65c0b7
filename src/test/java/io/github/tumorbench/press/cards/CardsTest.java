package io.github.tumorbench.press.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {
    private static Card render(String text, Facts facts) {
        return Cards.render(new CardTemplate("some-card", text), "here", facts);
    }

    private static Element body(String text, Facts facts) {
        return Jsoup.parseBodyFragment(render(text, facts).html()).body();
    }

    @Test
    void theFirstHeadingIsTheTitleAndTheOthersMoveDown() {
        Card card = render("# Card of {{name}}\n\n## Intended use\n\nText.\n", new Facts().text("name", "Net*2*_v<1>"));

        assertThat(card.title()).isEqualTo("Card of Net*2*_v<1>");
        assertThat(card.html()).isEqualToIgnoringNewLines("<h3 id=\"here-intended-use\">Intended use</h3><p>Text.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[a](javascript:alert(1))",
                "![a](https://example.org/a.png)",
                "*a* _b_ `c` **d** ~e~",
                "| a | b |",
                "&lt;b&gt; &amp; &#60;",
                "# a",
                "- a",
                "1. a",
                "> a",
                "{{other}} {{#flag}}",
                "a\\*b $1 \\1",
                "https://example.org",
                "–"
            })
    void aValueIsShownAsItIs(String value) {
        Facts facts = new Facts()
                .text("value", value)
                .list("list", List.of(value))
                .table("table", value, List.of(value, "b"), List.of(List.of(value, value)));

        Element body = body("# T\n\n{{value}}\n\n{{list}}\n\n{{table}}\n", facts);

        assertThat(body.selectFirst("p").text()).isEqualTo(value);
        assertThat(body.selectFirst("li").text()).isEqualTo(value);
        assertThat(body.selectFirst("caption").text()).isEqualTo(value);
        assertThat(body.selectFirst(".scroll").attr("aria-label")).isEqualTo(value);
        assertThat(body.select("tbody th, tbody td").eachText()).containsExactly(value, value);
        assertThat(body.select("script, a, img, em, strong, code, blockquote, h1, h2, ol"))
                .isEmpty();
    }

    @Test
    void lineBreaksWithinAValueBeginNothing() {
        Element body = body("# T\n\n{{value}}\n", new Facts().text("value", "a\n\n# b\r\n- c"));

        assertThat(body.children()).hasSize(1);
        assertThat(body.selectFirst("p").text()).isEqualTo("a # b - c");
    }

    @Test
    void rawHtmlOfATemplateIsShownAsText() {
        Element body = body("# T\n\n<script>alert(1)</script>\n\nA <b>word</b>.\n", new Facts());

        assertThat(body.select("script, b")).isEmpty();
        assertThat(body.text()).contains("<script>alert(1)</script>").contains("A <b>word</b>.");
    }

    @Test
    void aTableHasItsCaptionFirstAndScopes() {
        Facts facts = new Facts()
                .table(
                        "table",
                        "Recall",
                        List.of("Class", "Recall"),
                        List.of(List.of("glioma", "0.9"), List.of("x|y", "–")));

        Element table = body("# T\n\n{{table}}\n", facts).selectFirst(".scroll > table");

        assertThat(table.child(0).is("caption")).isTrue();
        assertThat(table.child(0).text()).isEqualTo("Recall");
        assertThat(table.select("thead th[scope=col]").eachText()).containsExactly("Class", "Recall");
        assertThat(table.select("tbody th[scope=row]").eachText()).containsExactly("glioma", "x|y");
        assertThat(table.select("tbody td.number").eachText()).containsExactly("0.9", "–");
    }

    @Test
    void textUnderAConditionIsThereOnlyWhereItHolds() {
        String text =
                "# T\n\n{{#real}}\nA scan of {{name}}.\n{{/real}}\n{{^real}}\nA drawing of {{name}}.\n{{/real}}\n";

        assertThat(body(text, new Facts().text("name", "n").condition("real", true))
                        .text())
                .isEqualTo("A scan of n.");
        assertThat(body(text, new Facts().text("name", "n").condition("real", false))
                        .text())
                .isEqualTo("A drawing of n.");
    }

    @Test
    void conditionsNest() {
        String text = "# T\n\n{{^a}}One{{#b}} two{{/b}}{{^b}} three{{/b}}.{{/a}}\n";

        assertThat(body(text, new Facts().condition("a", false).condition("b", true))
                        .text())
                .isEqualTo("One two.");
        assertThat(body(text, new Facts().condition("a", false).condition("b", false))
                        .text())
                .isEqualTo("One three.");
    }

    @Test
    void anUnknownPlaceholderIsAnError() {
        assertThatThrownBy(() -> render("# T\n\n{{acuracy}}\n", new Facts().text("accuracy", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("some-card: unknown placeholder acuracy");
    }

    @Test
    void anUnknownConditionIsAnError() {
        assertThatThrownBy(() -> render("# T\n\n{{#fantom}}\na\n{{/fantom}}\n", new Facts()))
                .hasMessage("some-card: unknown condition fantom");
    }

    @Test
    void aBlockThatIsNotClosedIsAnError() {
        assertThatThrownBy(() -> render("# T\n\n{{#real}}\na\n", new Facts().condition("real", true)))
                .hasMessage("some-card: unknown placeholder #real");
    }

    @Test
    void aCardWithoutATitleIsAnError() {
        assertThatThrownBy(() -> render("Text.\n", new Facts())).hasMessage("a card begins with its title: here");
    }

    @Test
    void aFactIsGivenOnce() {
        assertThatThrownBy(() -> new Facts().text("a", "1").text("a", "2")).hasMessage("the fact a is given twice");
    }
}
