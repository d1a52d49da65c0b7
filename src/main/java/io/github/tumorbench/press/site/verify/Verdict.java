package io.github.tumorbench.press.site.verify;

import java.util.List;

/**
 * What came of looking at a version.
 *
 * @param version as its folder is called
 * @param problems one sentence for each thing that differs
 * @param checked what was compared, in sentences
 */
public record Verdict(String version, List<String> problems, List<String> checked) {
    public Verdict {
        problems = List.copyOf(problems);
        checked = List.copyOf(checked);
    }

    /** Whether nothing differs. */
    public boolean intact() {
        return problems.isEmpty();
    }
}
