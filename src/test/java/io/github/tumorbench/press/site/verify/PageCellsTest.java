package io.github.tumorbench.press.site.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.versions.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageCellsTest {
    /** As the first releases have it. */
    private static final String CELLS =
            """
            {"schemaVersion": 1, "facts": [{"section": "s", "name": "Images", "value": "120", "note": "of 130"}],
             "tables": [{"section": "s", "title": "Metrics", "cells": [
              {"row": 1, "column": "Network", "value": "ResNet50"}, {"row": 1, "column": "F1", "value": "0.9", "note": "0.8–1"},
              {"row": 2, "column": "Network", "value": "ResNet50"}, {"row": 2, "column": "F1", "value": "0.7"}]}],
             "figures": [{"id": "roc", "reading": "Areas are 0.9.", "alternative": "Curves."}]}
            """;

    private static final String ROWS =
            """
            {"schemaVersion": 2, "facts": [{"section": "s", "name": "Images", "value": "120", "note": "of 130"}],
             "tables": [{"section": "s", "title": "Another", "columns": ["Network"], "rows": [["ResNet50"]]},
              {"section": "s", "title": "Metrics", "columns": ["Network", "F1"],
              "rows": [["ResNet50", ["0.9", "0.8–1"]], ["ResNet50", "0.7"]]}],
             "figures": [{"id": "roc", "reading": "Areas are 0.9.", "alternative": "Curves."}]}
            """;

    private static final String LONG_LINES =
            """
            section,kind,title,row,column,value,note
            s,facts,,1,Images,120,of 130
            s,table,Metrics,1,Network,ResNet50,
            s,table,Metrics,1,F1,0.9,0.8–1
            s,table,Metrics,2,Network,ResNet50,
            s,table,Metrics,2,F1,0.7,
            """;

    private static final String WIDE_LINES =
            """
            table,row,1,2
            1,title,,s
            1,columns,Name,Value
            1,1,Images,120 | of 130
            2,title,Metrics,s
            2,columns,Network,F1
            2,1,ResNet50,0.9 | 0.8–1
            2,2,ResNet50,0.7
            """;

    @Test
    void bothVersionsOfAPagesJsonSayTheSame() {
        assertThat(PageCells.ofJson(Json.parse(ROWS)))
                .isEqualTo(PageCells.ofJson(Json.parse(CELLS)))
                .containsEntry("Metrics/ResNet50//F1", "0.9 | 0.8–1")
                .containsEntry("Metrics/ResNet50 (2)//F1", "0.7")
                .containsEntry("/Images//Value", "120 | of 130")
                .containsEntry("figure/roc/reading", "Areas are 0.9.");
    }

    @Test
    void bothVersionsOfAPagesTableSayTheSame() {
        Map<String, String> cells = PageCells.ofTable(Tables.rows(WIDE_LINES));
        assertThat(cells)
                .isEqualTo(PageCells.ofTable(Tables.rows(LONG_LINES)))
                .hasSize(3)
                .containsEntry("Metrics/ResNet50//F1", "0.9 | 0.8–1");
    }

    @Test
    void aNumberThatDiffersIsAProblemAndOtherWordsAreUnknown() {
        DataDifferences differences = DataDifferences.ofPages(
                "page",
                Map.of("a", "0.91 of 5", "b", "two networks", "c", "0.5", "d", "7"),
                Map.of("a", "0.92 of 5", "b", "three networks", "c", "0.5"));
        assertThat(differences.problems()).containsExactly("page: expected 0.92 of 5, found 0.91 of 5, at a");
        assertThat(differences.compared()).isEqualTo(2);
        assertThat(differences.alone()).isEqualTo(2);
    }
}
