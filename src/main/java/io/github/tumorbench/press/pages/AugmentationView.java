package io.github.tumorbench.press.pages;

import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.AugmentationPreset.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the presets of the study do to an image, in numbers and in pictures.
 *
 * @param numbers a column for each preset, a row for each operation that one of them uses
 * @param rows pictures of each preset; empty where the record has none
 */
public record AugmentationView(Table numbers, List<Row> rows) {
    public AugmentationView {
        rows = List.copyOf(rows);
    }

    /** A preset's pictures, the image as it is first. */
    public record Row(String preset, String caption, List<Picture> pictures) {
        public Row {
            pictures = List.copyOf(pictures);
        }
    }

    /** One picture and what it shows. */
    public record Picture(String address, String alternative) {}

    /** An operation's name and its numbers in words; empty words where a preset does not use it. */
    private record Operation(String name, Function<Strength, String> words) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("Mirrored left to right", AugmentationView::flip),
            new Operation("Rotation", s -> eitherSide(s.rotation(), Format.setting(s.rotation()) + "°")),
            new Operation("Scale", s -> eitherSide(s.scale(), share(s.scale()))),
            new Operation("Shift, each way", s -> eitherSide(s.shift(), share(s.shift()) + " of the side")),
            new Operation("Bias field", s -> eitherSide(s.biasField(), logarithm(s.biasField()))),
            new Operation("Rician noise", s -> s.hasNoise() ? "σ up to " + steps(s.noise()) : ""),
            new Operation("Gamma", s -> s.hasGamma() ? gamma(s.gamma()) : ""),
            new Operation("Contrast", s -> eitherSide(s.contrast(), share(s.contrast()))),
            new Operation("Brightness", s -> eitherSide(s.brightness(), steps(s.brightness()))));

    static AugmentationView of(Report report, Pictures pictures) {
        List<AugmentationPreset> presets = report.record().run().study().presets();
        return new AugmentationView(
                numbers(presets),
                presets.stream()
                        .map(preset -> row(preset, pictures.of(preset)))
                        .filter(row -> !row.pictures().isEmpty())
                        .toList());
    }

    private static Table numbers(List<AugmentationPreset> presets) {
        List<String> columns = new ArrayList<>(List.of("Operation"));
        presets.forEach(preset -> columns.add(preset.word()));
        return new Table(
                "How far each preset changes an image, in the order in which it does",
                Table.columns(columns.toArray(String[]::new)),
                OPERATIONS.stream()
                        .filter(operation -> presets.stream()
                                .anyMatch(one ->
                                        !operation.words().apply(one.strength()).isEmpty()))
                        .map(operation -> cells(operation, presets))
                        .toList());
    }

    private static List<Cell> cells(Operation operation, List<AugmentationPreset> presets) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.head(operation.name()));
        for (AugmentationPreset preset : presets) {
            String words = operation.words().apply(preset.strength());
            cells.add(Cell.text(words.isEmpty() ? "no" : words));
        }
        return cells;
    }

    private static Row row(AugmentationPreset preset, List<String> addresses) {
        List<Picture> pictures = new ArrayList<>();
        for (int round = 0; round < addresses.size(); round++) {
            String alternative = round == 0
                    ? "The phantom slice as it is."
                    : "The same slice as " + preset.word() + " changes it in round " + round + ".";
            pictures.add(new Picture(addresses.get(round), alternative));
        }
        int rounds = addresses.size() - 1;
        return new Row(
                preset.word(),
                "The slice as it is, then as "
                        + (rounds > 1 ? "rounds 1 to " + rounds + " show it." : "round 1 shows it."),
                pictures);
    }

    private static String flip(Strength strength) {
        return switch (strength.flip()) {
            case NEVER -> "";
            case ODD_ROUNDS -> "every image in rounds 1, 3, …";
            case HALF -> "every image with probability ½";
        };
    }

    private static String eitherSide(double value, String words) {
        return value == 0 ? "" : "± " + words;
    }

    private static String share(double value) {
        return Format.setting(Math.round(1000 * value) / 10.0) + "\u00a0%";
    }

    private static String steps(double value) {
        return Format.setting(value) + " of 255";
    }

    private static String logarithm(double value) {
        return Format.setting(value) + " for each term of its logarithm";
    }

    private static String gamma(double largest) {
        return "exponent " + Format.setting(Math.round(1000 / largest) / 1000.0) + " to " + Format.setting(largest);
    }
}
