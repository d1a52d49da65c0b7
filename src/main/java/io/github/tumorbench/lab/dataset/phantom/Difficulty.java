package io.github.tumorbench.lab.dataset.phantom;

/**
 * How hard the slices are to tell apart: every share, size and contrast that moves a reader's accuracy, in one place.
 *
 * <p>Shares are probabilities per slice; lengths are in cm; strengths are the height of an enhancement, 0 for white matter
 * and 1 for full uptake.
 */
final class Difficulty {
    /** Planes: axial, coronal, sagittal; the same for every class. */
    static final double[] PLANE_WEIGHTS = {0.45, 0.25, 0.30};

    /** Share of tumours with hardly any contrast, and the strength of theirs and of the others. */
    static final double FAINT_SHARE = 0.025;

    static final double FAINT_LOW = 0.12;
    static final double FAINT_HIGH = 0.3;
    static final double CLEAR_LOW = 0.85;
    static final double CLEAR_HIGH = 1.0;

    /** Share of small tumours, and radii of small and usual ones by class. */
    static final double SMALL_SHARE = 0.05;

    static final double GLIOMA_SMALL = 1.0;
    static final double GLIOMA_LOW = 2.35;
    static final double GLIOMA_HIGH = 3.3;
    static final double MENINGIOMA_SMALL = 0.95;
    static final double MENINGIOMA_LOW = 2.2;
    static final double MENINGIOMA_HIGH = 3.0;
    static final double ADENOMA_SMALL = 0.75;
    static final double ADENOMA_LOW = 1.45;
    static final double ADENOMA_HIGH = 2.1;

    /** Share of slices that only graze the tumour, and how far off its centre the others lie, in radii. */
    static final double GRAZING_SHARE = 0.03;

    static final double GRAZING_LOW = 0.7;
    static final double GRAZING_HIGH = 0.85;
    static final double CENTRED_HIGH = 0.5;

    /** Gliomas: ring, patchy solid, smooth solid (like a meningioma), infiltrating without enhancement. */
    static final double[] GLIOMA_KINDS = {0.74, 0.2, 0.03, 0.03};

    /** Share of gliomas that reach the surface of the brain and may look extra-axial. */
    static final double CORTICAL_GLIOMA_SHARE = 0.06;

    /** Meningiomas: convexity, falx, skull base beside the sella, sphenoid wing, tentorium. */
    static final double[] MENINGIOMA_SITES = {0.46, 0.25, 0.08, 0.12, 0.09};

    /** Share of meningiomas that leave the brain beside them swollen, as gliomas do. */
    static final double SWOLLEN_MENINGIOMA_SHARE = 0.08;

    /** Share of adenomas that grow far above the sella. */
    static final double SUPRASELLAR_SHARE = 0.3;

    /** Share of tumours with a hole of fluid or old blood (meningiomas and adenomas). */
    static final double CYSTIC_SHARE = 0.04;

    /** Share of heads, of every class, with each harmless finding that can be taken for a tumour. */
    static final double LARGE_PLEXUS_SHARE = 0.06;

    static final double LARGE_VESSEL_SHARE = 0.06;
    static final double FULL_GLAND_SHARE = 0.05;
    static final double PINEAL_SHARE = 0.08;
    static final double SPOT_SHARE = 0.06;
    static final double OLD_INFARCT_SHARE = 0.02;
    static final double ARACHNOID_CYST_SHARE = 0.03;
    static final double DURAL_PLAQUE_SHARE = 0.03;

    /** Standard deviation of the noise relative to full signal. */
    static final double NOISE_LOW = 0.008;

    static final double NOISE_HIGH = 0.025;

    /** Largest deviation of the bias field over the image. */
    static final double BIAS = 0.25;

    /** Share of slices with a ghost of the moving head, and its strength. */
    static final double GHOST_SHARE = 0.06;

    static final double GHOST_HIGH = 0.12;

    /** Share of heads that lie markedly tilted in the image. */
    static final double TILTED_SHARE = 0.08;

    /** Fewest pixels of tumour a slice of 96 by 96 may show; fewer or more at other sizes, never below 3. */
    static final int LEAST_PIXELS = 6;

    private Difficulty() {}

    /** Height of a tumour's enhancement, 0 white matter, 1 full uptake. */
    static double strength(Draws draws) {
        return draws.chance(FAINT_SHARE) ? draws.between(FAINT_LOW, FAINT_HIGH) : draws.between(CLEAR_LOW, CLEAR_HIGH);
    }

    /** Radius of a tumour, cm: small ones apart, large ones rarer than middling ones. */
    static double radius(Draws draws, double small, double low, double high) {
        if (draws.chance(SMALL_SHARE)) {
            return draws.between(small, low);
        }
        return low + (high - low) * draws.unit() * (0.4 + 0.6 * draws.unit());
    }

    /** Distance of the slice from the tumour's centre, in radii, to either side. */
    static double offCentre(Draws draws) {
        double off =
                draws.chance(GRAZING_SHARE) ? draws.between(GRAZING_LOW, GRAZING_HIGH) : draws.between(0, CENTRED_HIGH);
        return off * draws.sign();
    }
}
