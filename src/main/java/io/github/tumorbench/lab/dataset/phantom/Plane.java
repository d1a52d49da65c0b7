package io.github.tumorbench.lab.dataset.phantom;

/** The three planes a head is sliced in. */
public enum Plane {
    /** Seen from below: anterior at the top. */
    AXIAL,
    /** Seen from the front: superior at the top. */
    CORONAL,
    /** Seen from the side: superior at the top, the face to the left unless mirrored. */
    SAGITTAL
}
