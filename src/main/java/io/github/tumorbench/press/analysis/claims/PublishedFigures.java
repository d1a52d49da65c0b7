package io.github.tumorbench.press.analysis.claims;

import java.util.List;

/**
 * The figures of the reproduced study: L. Dibler, Automated Brain Tumor Classification from MRI: A Deep Learning Pipeline for
 * Integrative Neuroimaging Research; test set, four classes. The one place they stand in.
 */
final class PublishedFigures {
    /** Classes as the dataset's folders name them. */
    static final String GLIOMA = "glioma";

    static final String MENINGIOMA = "meningioma";
    static final String NO_TUMOUR = "notumor";
    static final String PITUITARY = "pituitary";

    /** The networks compared; MobileNetV2 also with its last layers trained. */
    static final List<String> BACKBONES = List.of("MobileNetV2", "ResNet50", "EfficientNetB0");

    private PublishedFigures() {}

    /** How a network was trained. */
    enum Training {
        FROZEN("frozen"),
        LAST_10("last 10 layers trained");

        private final String words;

        Training(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What was measured; of one class but for the accuracy. */
    enum Quantity {
        ACCURACY("accuracy"),
        RECALL("recall"),
        F1("F1"),
        AUROC("AUROC");

        private final String words;

        Quantity(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param label class, null for all */
    record Published(String backbone, Training training, Quantity quantity, String label, double value) {}

    /** At least {@code classes} of the four have an AUROC above {@code bound}. */
    record Bound(String backbone, int classes, double bound) {}

    static final List<Published> VALUES = List.of(
            new Published("MobileNetV2", Training.FROZEN, Quantity.ACCURACY, null, 0.81),
            new Published("ResNet50", Training.FROZEN, Quantity.ACCURACY, null, 0.82),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.ACCURACY, null, 0.80),
            new Published("MobileNetV2", Training.LAST_10, Quantity.ACCURACY, null, 0.8101),
            new Published("MobileNetV2", Training.FROZEN, Quantity.RECALL, NO_TUMOUR, 0.95),
            new Published("ResNet50", Training.FROZEN, Quantity.RECALL, NO_TUMOUR, 0.95),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.RECALL, NO_TUMOUR, 0.93),
            new Published("MobileNetV2", Training.FROZEN, Quantity.RECALL, PITUITARY, 0.94),
            new Published("ResNet50", Training.FROZEN, Quantity.RECALL, PITUITARY, 0.95),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.RECALL, PITUITARY, 0.94),
            new Published("MobileNetV2", Training.FROZEN, Quantity.RECALL, MENINGIOMA, 0.53),
            new Published("ResNet50", Training.FROZEN, Quantity.RECALL, MENINGIOMA, 0.56),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.RECALL, MENINGIOMA, 0.56),
            new Published("ResNet50", Training.FROZEN, Quantity.F1, GLIOMA, 0.82),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.F1, GLIOMA, 0.79),
            new Published("ResNet50", Training.FROZEN, Quantity.AUROC, MENINGIOMA, 0.88),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.AUROC, NO_TUMOUR, 0.99),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.AUROC, PITUITARY, 0.98),
            new Published("EfficientNetB0", Training.FROZEN, Quantity.AUROC, MENINGIOMA, 0.84));

    static final List<Bound> BOUNDS = List.of(new Bound("MobileNetV2", 3, 0.95), new Bound("ResNet50", 3, 0.97));

    /** Epoch at which the training of the last 10 layers stopped, and the epoch whose weights were kept. */
    static final int STOPPED = 4;

    static final int RESTORED = 1;
}
