package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.pages.Address;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private static final String FIGURE =
            "<figure class=\"chart\" id=\"figure-roc\"><figcaption><strong><a class=\"number\" href=\"#figure-roc\">Figure 4</a>"
                    + " <span>ROC &amp; more</span></strong></figcaption><table><caption>Numbers</caption></table></figure>";

    @Test
    void figuresKeepTheirNumberAndTablesGetTheirsOverAllPages() {
        Numbering numbering = new Numbering();

        String first =
                numbering.number("index.html", "<table><caption>Accuracy &lt; 1</caption><tr></tr></table>" + FIGURE);
        String second = numbering.number(
                "data.html",
                "<table class=\"x\" id=\"audit\">\n  <caption>Audit</caption></table><table><caption>Other</caption></table>");

        assertThat(first)
                .isEqualTo(
                        "<table id=\"table-1\"><caption data-number=\"Table 1\">Accuracy &lt; 1</caption><tr></tr></table>"
                                + FIGURE);
        assertThat(second)
                .isEqualTo("<table class=\"x\" id=\"audit\"><caption data-number=\"Table 2\">Audit</caption></table>"
                        + "<table id=\"table-3\"><caption data-number=\"Table 3\">Other</caption></table>");
        assertThat(numbering.addresses())
                .containsExactly(
                        new Address("Table", 1, "index.html", "table-1", "Accuracy < 1"),
                        new Address("Figure", 4, "index.html", "figure-roc", "ROC & more"),
                        new Address("Table", 2, "data.html", "audit", "Audit"),
                        new Address("Table", 3, "data.html", "table-3", "Other"));
    }
}
