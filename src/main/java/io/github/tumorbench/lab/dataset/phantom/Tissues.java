package io.github.tumorbench.lab.dataset.phantom;

/**
 * Signal of the tissues of one head, air 0 and the brightest fat about 1, as T1 weighting after contrast agent shows them.
 *
 * @param enhanced what takes up contrast agent fully: vessels, mucosa, dura
 */
record Tissues(
        double bone,
        double marrow,
        double fat,
        double muscle,
        double csf,
        double grey,
        double white,
        double enhanced,
        double texture) {

    /** Levels vary from head to head as they do between scanners, sequences and doses. */
    static Tissues drawn(Draws draws) {
        double grey = draws.between(0.33, 0.41);
        return new Tissues(
                draws.between(0.03, 0.07),
                draws.between(0.22, 0.62),
                draws.between(0.62, 0.92),
                draws.between(0.27, 0.38),
                draws.between(0.09, 0.17),
                grey,
                grey + draws.between(0.025, 0.11),
                draws.between(0.62, 0.95),
                draws.between(0.01, 0.03));
    }
}
