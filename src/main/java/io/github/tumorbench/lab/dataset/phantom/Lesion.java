package io.github.tumorbench.lab.dataset.phantom;

/** A tumour in a head. */
interface Lesion {
    /** Middle of the tumour, which slices are laid through. */
    Point centre();

    /** Distance from the centre, cm, within which the tumour can be cut. */
    double radius();

    /**
     * Signed distance to the surface of the tumour, cm, negative inside.
     *
     * @param cavity signed distance to the dura at this point, cm
     */
    double distance(double x, double y, double z, double cavity);

    /** Signal inside the tumour, given its signed distance there. */
    double level(double x, double y, double z, double distance);

    /** How much of what was there the tumour hides, 0 to 1. */
    double opacity();

    /** Paints what surrounds the tumour and is not part of it. */
    void paintSurroundings(Brush brush, double x, double y, double z, double cavity, double distance);

    /** How far the tumour has pushed the brain away, as a share of its radius. */
    double push();

    /** Scales the vector from the centre to a point so that it leads to where that tissue lay before the tumour grew. */
    default double pull(double x, double y, double z) {
        Point c = centre();
        double dx = x - c.x();
        double dy = y - c.y();
        double dz = z - c.z();
        double square = dx * dx + dy * dy + dz * dz;
        double radius = radius();
        double shift = push() * radius / (1 + square / (radius * radius));
        return Math.max(0.3, 1 - shift / Math.sqrt(square + 1e-9));
    }
}
