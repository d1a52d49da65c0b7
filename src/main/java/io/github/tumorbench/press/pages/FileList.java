package io.github.tumorbench.press.pages;

import java.util.List;

/**
 * The beginning of a list of files.
 *
 * @param shown at most {@link #MOST}
 * @param rest how many more there are, in words; empty where all are shown
 */
public record FileList(List<String> shown, String rest) {
    /** Longer lists are cut; the record has them whole. */
    static final int MOST = 40;

    public FileList {
        shown = List.copyOf(shown);
    }

    static FileList of(List<String> files) {
        int more = Math.max(0, files.size() - MOST);
        return new FileList(
                files.subList(0, files.size() - more),
                more == 0 ? "" : Format.counted(more, "more file", "more files"));
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return shown.isEmpty();
    }
}
