package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static final String PAGE =
            """
            <html><head><style>p { margin: 4px }</style><meta name="x" content="of 7 &amp; 8"></head><body>
            <!-- 99 -->
            <h2 id="h2">Part 1</h2>
            <p>Right on 1\u202f311 of 5e-6, or 93.8–96.2&nbsp;%.</p>
            <img src="picture-55.png" alt="a map 3 by 3">
            <table><caption>Metrics</caption><thead><tr><th>Network</th><th>Accuracy</th><th>F1</th></tr></thead>
            <tbody><tr><th scope="row">ResNet50<small>cut at 4</small></th><td>0.91<small>0.9–1</small></td><td>0.88</td></tr></tbody></table>
            </body></html>
            """;

    @Test
    void numbersAreThoseAReaderReads() {
        assertThat(PageText.numbers(PAGE))
                .containsExactly(
                        "7",
                        "8",
                        "1",
                        "1\u202f311",
                        "5e-6",
                        "93.8",
                        "96.2",
                        "3",
                        "3",
                        "1",
                        "50",
                        "4",
                        "0.91",
                        "0.9",
                        "1",
                        "0.88");
    }

    @Test
    void eachNumberHasItsPlace() {
        List<String> numbers = PageText.numbers(PAGE);

        for (int i = 0; i < numbers.size(); i++) {
            assertThat(PAGE.substring(PageText.place(PAGE, i)))
                    .as("number " + i)
                    .startsWith(numbers.get(i));
        }
        assertThat(PageText.place(PAGE, numbers.size())).isEqualTo(PAGE.length());
    }

    @Test
    void aPlaceInATableIsNamedByColumnAndRowAndOneInAParagraphByTheWordsBefore() {
        assertThat(PageText.near(PAGE, PAGE.indexOf("0.88"))).isEqualTo("F1 of ResNet50");
        assertThat(PageText.near(PAGE, PAGE.indexOf("0.9–1"))).isEqualTo("Accuracy of ResNet50");
        assertThat(PageText.near(PAGE, PAGE.indexOf("5e-6"))).isEqualTo("Part 1 Right on 1\u202f311 of");
    }
}
