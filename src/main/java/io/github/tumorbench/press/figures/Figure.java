package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.figures.Palette.Tone;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One figure.
 *
 * @param id unique in a report: the ids within the SVG start with it
 * @param title what is shown, a few words
 * @param reading one sentence that says what one sees, computed from the data
 * @param alternative text alternative for screen readers
 * @param svg an {@code <svg>} element without XML declaration; transparent, scalable, coloured by {@link Palette}'s variables
 * @param data the numbers behind it
 * @param source the table of the record that has these numbers already, as a path within it; null where they get a file
 */
public record Figure(
        String id, String title, String reading, String alternative, String svg, DataTable data, String source) {
    /** One whose numbers get a file of their own. */
    Figure(String id, String title, String reading, String alternative, String svg, DataTable data) {
        this(id, title, reading, alternative, svg, data, null);
    }

    /**
     * The drawing as a file of its own, which pages show as a picture: it brings the dark values of the colours it uses, for
     * a reader whose page is dark.
     */
    public String file() {
        List<Tone> used = Palette.tones().stream()
                .filter(tone -> svg.contains(tone.css()))
                .toList();
        Function<Tone, String> declaration = tone -> tone.variable() + ":" + tone.dark();
        String dark = used.stream().map(declaration).collect(Collectors.joining(";"));
        int start = svg.indexOf('>') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.substring(0, start)
                + "\n<style>@media(prefers-color-scheme:dark){svg{" + dark + "}}</style>" + svg.substring(start);
    }
}
