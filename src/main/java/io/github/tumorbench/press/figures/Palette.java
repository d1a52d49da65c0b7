package io.github.tumorbench.press.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The colours of all figures: each a CSS variable with a light and a dark value. Classes and backbones derive from the
 * colours of Okabe and Ito (2008), darkened so that each stands out from the page by 3:1 or more.
 *
 * <p>A figure names the variable and falls back to the light value, so it is right inside a page and alone.
 */
public final class Palette {
    /** Text and the marks that matter most. */
    public static final Tone INK = new Tone("--fig-ink", "#1f2328", "#e6e8eb");
    /** Secondary text, axes. */
    public static final Tone MUTED = new Tone("--fig-muted", "#5c6570", "#a3acb8");
    /** Grid lines. */
    public static final Tone GRID = new Tone("--fig-grid", "#e3e6ea", "#333a42");
    /** The page behind the figure, for outlines that set marks apart. */
    public static final Tone PAPER = new Tone("--fig-paper", "#fefefe", "#15181c");
    /** Right predictions. */
    public static final Tone RIGHT = new Tone("--fig-right", "#0a6fae", "#5db1ea");
    /** Wrong predictions. */
    public static final Tone WRONG = new Tone("--fig-wrong", "#c8500a", "#f08a4b");

    private static final List<Tone> CLASSES = List.of(
            new Tone("--class-1", "#d35400", "#f58f4c"),
            new Tone("--class-2", "#0072b2", "#58b0ec"),
            new Tone("--class-3", "#008a65", "#3cc49c"),
            new Tone("--class-4", "#b0508a", "#e08fc0"),
            new Tone("--class-5", "#9a6b00", "#e0b040"),
            new Tone("--class-6", "#2f86b0", "#8cd0f0"),
            new Tone("--class-7", "#6b6f76", "#b4b8be"),
            new Tone("--class-8", "#7a3b00", "#d0a070"));

    private static final List<Tone> BACKBONES = List.of(
            new Tone("--backbone-1", "#334f8d", "#8fa8ea"),
            new Tone("--backbone-2", "#a86a00", "#e8b04a"),
            new Tone("--backbone-3", "#1b8797", "#55c7d6"),
            new Tone("--backbone-4", "#7d4f93", "#c79be0"),
            new Tone("--backbone-5", "#4f7d22", "#a3cc6c"),
            new Tone("--backbone-6", "#8b4a4a", "#dd9c9c"));

    private static final List<String> KNOWN_BACKBONES = List.of("MobileNetV2", "ResNet50", "EfficientNetB0");

    private Palette() {}

    /**
     * One colour.
     *
     * @param variable CSS custom property
     * @param light value on a light page, {@code #rrggbb}; the fallback, and unique among all tones
     * @param dark value on a dark page
     */
    public record Tone(String variable, String light, String dark) {
        /** As a CSS value with its fallback. */
        public String css() {
            return "var(" + variable + "," + light + ")";
        }

        Color color() {
            return Color.decode(light);
        }
    }

    /** The tone of the class with this index in label order. */
    public static Tone ofClass(int index) {
        return CLASSES.get(index % CLASSES.size());
    }

    /** The tone of a backbone: fixed for the three that are always there, by name for any other. */
    public static Tone ofBackbone(String backbone) {
        int known = KNOWN_BACKBONES.indexOf(backbone);
        int others = BACKBONES.size() - KNOWN_BACKBONES.size();
        return BACKBONES.get(known >= 0 ? known : KNOWN_BACKBONES.size() + Math.floorMod(backbone.hashCode(), others));
    }

    /** Every tone, in a fixed order. */
    public static List<Tone> tones() {
        List<Tone> all = new ArrayList<>(List.of(INK, MUTED, GRID, PAPER, RIGHT, WRONG));
        all.addAll(CLASSES);
        all.addAll(BACKBONES);
        return Collections.unmodifiableList(all);
    }

    /** Declarations for a light page, e.g. within {@code :root { … }}. */
    public static String lightCss() {
        return tones().stream()
                .map(tone -> tone.variable() + ": " + tone.light() + ";")
                .collect(Collectors.joining("\n"));
    }

    /** Declarations for a dark page. */
    public static String darkCss() {
        return tones().stream()
                .map(tone -> tone.variable() + ": " + tone.dark() + ";")
                .collect(Collectors.joining("\n"));
    }

    /** Light {@code #rrggbb} to tone. */
    static Map<String, Tone> byLight() {
        Map<String, Tone> map = new LinkedHashMap<>();
        tones().forEach(tone -> map.put(tone.light(), tone));
        return map;
    }
}
