package io.github.tumorbench.press.cards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown with placeholders: <code>{{name}}</code> for a fact, <code>{{#name}}…{{/name}}</code> for text under a condition,
 * <code>{{^name}}…{{/name}}</code> for text where it does not hold. Blocks of different
 * conditions may nest.
 *
 * @param name for messages
 */
record CardTemplate(String name, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("\\{\\{([#^])([^{}]*)}}\\n?(.*?)\\{\\{/\\2}}\\n?", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    /**
     * The template filled.
     *
     * @throws IllegalArgumentException where it asks for a fact or condition that is not given, or a block is not closed
     */
    String fill(Facts facts) {
        String chosen = text;
        for (Matcher block = BLOCK.matcher(chosen); block.find(); block = BLOCK.matcher(chosen)) {
            chosen = chosen.substring(0, block.start()) + choose(block, facts) + chosen.substring(block.end());
        }
        return PLACEHOLDER.matcher(chosen).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), facts)));
    }

    private String choose(Matcher block, Facts facts) {
        Boolean holds = facts.conditions().get(block.group(2));
        if (holds == null) {
            throw new IllegalArgumentException(name + ": unknown condition " + block.group(2));
        }
        return holds == block.group(1).equals("#") ? block.group(3) : "";
    }

    private String value(String fact, Facts facts) {
        String value = facts.markdown().get(fact);
        if (value == null) {
            throw new IllegalArgumentException(name + ": unknown placeholder " + fact);
        }
        return value;
    }
}
