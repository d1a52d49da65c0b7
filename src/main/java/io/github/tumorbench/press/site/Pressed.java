package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.findings.Headline;
import java.util.List;

/**
 * What a report says in short.
 *
 * @param study identifier
 * @param title what a reader sees
 * @param phantom whether the images are generated
 * @param question what was asked, in words
 * @param headlines the most accurate experiment on each set of test images
 */
public record Pressed(String study, String title, boolean phantom, String question, List<Headline> headlines) {
    public Pressed {
        headlines = List.copyOf(headlines);
    }
}
