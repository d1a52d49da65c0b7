package io.github.tumorbench.study;

import io.github.tumorbench.study.Schedule.Augmentation;

/** Reads a preset with a number of views. */
final class Views {
    private Views() {}

    /**
     * The mapping at a key, or no augmentation where the key is not written.
     *
     * @param fallback views of a preset other than none where the mapping does not say
     * @param refusal with what there can be no views, or null where there can
     */
    static Augmentation parse(Section section, String key, int fallback, String refusal) {
        if (!section.has(key)) {
            return Defaults.AUGMENTATION;
        }
        return section.section(key, "a mapping with preset")
                .map(found -> {
                    AugmentationPreset preset =
                            found.required("preset", Kind.oneOf(AugmentationPreset.class), AugmentationPreset.NONE);
                    int different = preset.differentViews();
                    int views = found.optional("views", Kind.integer(0, 100), Math.min(different, fallback));
                    if (views > different) {
                        String most = (different == 0 ? "" : "at most ") + different;
                        found.wrong("views", most + " with preset " + preset.word(), "" + views);
                    } else if (refusal != null && views > 0) {
                        found.wrong("views", "0 with " + refusal, "" + views);
                    }
                    found.finish();
                    return new Augmentation(preset, views);
                })
                .orElse(Defaults.AUGMENTATION);
    }
}
