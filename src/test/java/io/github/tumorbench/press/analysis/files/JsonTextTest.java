package io.github.tumorbench.press.analysis.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final String LONG = "a".repeat(250);

    @Test
    void whatFitsALineStandsOnOne() {
        assertThat(JsonText.of(List.of(1, "b", List.of(2.5)))).isEqualTo("[1,\"b\",[2.5]]\n");
    }

    @Test
    void aLongerObjectHasALineForEachMember() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("quo\"te", LONG);
        tree.put("inner", Map.of("list", List.of(Map.of("x", LONG), Map.of("y", LONG))));
        assertThat(JsonText.of(tree))
                .isEqualTo(
                        """
                        {
                         "quo\\"te":"%1$s",
                         "inner":{
                          "list":[
                           {"x":"%1$s"},
                           {"y":"%1$s"}
                          ]
                         }
                        }
                        """
                                .formatted(LONG));
    }

    @Test
    void aLongerListOfPlainValuesFillsLines() throws JsonProcessingException {
        List<Integer> values = IntStream.range(1000, 1200).boxed().toList();
        String text = JsonText.of(Map.of("values", values));
        assertThat(text.lines().filter(line -> line.startsWith("  1")))
                .hasSize(3)
                .allMatch(line -> line.length() <= 402);
        assertThat(new ObjectMapper().readTree(text).path("values").toString().replace(",", ", "))
                .isEqualTo(values.toString());
    }

    @Test
    void numbersAreWholeAndNothingStaysNothing() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("share", 0.1 + 0.2);
        tree.put("none", null);
        assertThat(JsonText.of(tree)).isEqualTo("{\"share\":0.30000000000000004,\"none\":null}\n");
    }
}
