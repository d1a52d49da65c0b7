package io.github.tumorbench.study;

import java.util.List;

/** A study as written, before it is understood: the common form of YAML and JSON. */
sealed interface Tree {
    /** The deepest nesting that is read; a study needs five. */
    int DEPTH = 20;

    /** Where the node starts, from 1; 0 where the source has no lines. */
    int line();

    /** What a message says was found: the value itself, or what it is, on one line. */
    String found();

    /** Keys and values in the order of the source, which may hold a key twice. */
    record Mapping(int line, List<Entry> entries) implements Tree {
        @Override
        public String found() {
            return "a mapping";
        }
    }

    /** One key with its value. */
    record Entry(int line, String key, Tree value) {}

    /** A list. */
    record Sequence(int line, List<Tree> items) implements Tree {
        @Override
        public String found() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param quoted whether it is text whatever it looks like
     */
    record Scalar(int line, String text, boolean quoted) implements Tree {
        private static final int SHOWN = 60;
        private static final List<String> NOTHING = List.of("", "~", "null", "Null", "NULL");

        /** Whether a key stands there without a value. */
        boolean nothing() {
            return !quoted && NOTHING.contains(text);
        }

        @Override
        public String found() {
            if (nothing()) {
                return "nothing";
            }
            String line = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
            String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
            return quoted ? "\"" + shown + "\"" : shown;
        }
    }
}
