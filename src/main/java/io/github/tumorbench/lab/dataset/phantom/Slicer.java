package io.github.tumorbench.lab.dataset.phantom;

/** Cuts a slice through a head: the ideal signal before the scanner, and the tumour's mask. */
final class Slicer {
    private static final double THICKNESS = 0.5;
    /** Nearer the midline than this a sagittal slice averages two layers, as the fissure is thinner than the slice, cm. */
    private static final double FISSURE = 0.3;

    private static final Point NOWHERE = new Point(0, 0, 0);

    private final Head head;
    private final Pose pose;
    private final int size;
    private final Point through;

    Slicer(Head head, Pose pose, int size) {
        this.head = head;
        this.pose = pose;
        this.size = size;
        through = pose.through();
    }

    /** Pixels of which at least half lies in the tumour, over the thickness of the slice. */
    boolean[] mask(Lesion lesion, Point origin) {
        boolean[] mask = new boolean[size * size];
        Brush brush = new Brush(0.6 * pose.pixel(size));
        Point centre = lesion.centre();
        double reach = 3 * lesion.radius();
        for (int i = 0; i < mask.length; i++) {
            Point p = pose.at(origin, size, i % size, i / size);
            Point away = p.minus(centre);
            if (away.dot(away) < reach * reach) {
                mask[i] = share(brush, lesion, p, head.cavity(p.x(), p.y(), p.z())) >= 0.5;
            }
        }
        return mask;
    }

    /** The signal row by row; the lesion may be null. */
    double[] signal(Lesion lesion, Point origin) {
        double[] signal = new double[size * size];
        Brush brush = new Brush(0.6 * pose.pixel(size));
        for (int i = 0; i < signal.length; i++) {
            paint(brush, lesion, pose.at(origin, size, i % size, i / size));
            signal[i] = brush.signal();
        }
        return signal;
    }

    private void paint(Brush brush, Lesion lesion, Point p) {
        brush.fill(0);
        double skin = head.skin(p.x(), p.y(), p.z());
        if (skin > brush.softness()) {
            return;
        }
        double cavity = head.cavity(p.x(), p.y(), p.z());
        if (cavity > -brush.softness()) {
            head.paintShell(brush, p.x(), p.y(), p.z(), skin, cavity);
        }
        if (cavity < brush.softness()) {
            double pull = lesion == null ? 1 : lesion.pull(p.x(), p.y(), p.z());
            Point from = lesion == null ? NOWHERE : lesion.centre();
            double before = brush.signal();
            head.paintBrain(brush, p.x(), p.y(), p.z(), cavity, pull, from);
            if (pose.plane() == Plane.SAGITTAL && Math.abs(p.x()) < FISSURE) {
                double first = brush.signal();
                brush.fill(before);
                head.paintBrain(brush, p.x() < 0 ? p.x() + FISSURE : p.x() - FISSURE, p.y(), p.z(), cavity, pull, from);
                brush.glaze(first, 0.5);
            }
        }
        if (lesion != null) {
            double distance = lesion.distance(p.x(), p.y(), p.z(), cavity);
            lesion.paintSurroundings(brush, p.x(), p.y(), p.z(), cavity, distance);
            double share = distance < brush.softness() + THICKNESS ? share(brush, lesion, p, cavity) : 0;
            if (share > 0) {
                brush.glaze(lesion.level(p.x(), p.y(), p.z(), distance), share * lesion.opacity());
            }
        }
    }

    /** Share of the pixel's volume that the tumour fills, from three layers of the slice. */
    private double share(Brush brush, Lesion lesion, Point p, double cavity) {
        double sum = 0;
        for (int layer = -1; layer <= 1; layer++) {
            Point q = p.plus(layer * THICKNESS / 3, through);
            sum += brush.cover(lesion.distance(q.x(), q.y(), q.z(), cavity));
        }
        return sum / 3;
    }
}
