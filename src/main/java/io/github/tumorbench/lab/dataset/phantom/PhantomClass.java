package io.github.tumorbench.lab.dataset.phantom;

import java.util.Locale;

/** What a phantom slice shows; the order is the order of the labels. */
public enum PhantomClass {
    GLIOMA,
    MENINGIOMA,
    NOTUMOR,
    PITUITARY;

    /** The class's name in folders, tables and on pages: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
