package io.github.tumorbench.lab.dataset.phantom;

/** Cuts a slice through a head: the ideal signal before the scanner, and the tumour's mask. */
final class Slicer {
    private static final double THICKNESS = 0.5;
    private static final Point NOWHERE = new Point(0, 0, 0);

    private final Head head;
    private final Pose pose;
    private final int size;

    Slicer(Head head, Pose pose, int size) {
        this.head = head;
        this.pose = pose;
        this.size = size;
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
            head.paintBrain(brush, p.x(), p.y(), p.z(), cavity, pull, lesion == null ? NOWHERE : lesion.centre());
        }
        if (lesion != null) {
            double distance = lesion.distance(p.x(), p.y(), p.z(), cavity);
            lesion.paintSurroundings(brush, p.x(), p.y(), p.z(), cavity, distance);
            double share = share(brush, lesion, p, cavity);
            if (share > 0) {
                brush.glaze(lesion.level(p.x(), p.y(), p.z(), distance), share * lesion.opacity());
            }
        }
    }

    /** Share of the pixel's volume that the tumour fills, from three layers of the slice. */
    private double share(Brush brush, Lesion lesion, Point p, double cavity) {
        Point through = pose.through();
        double sum = 0;
        for (int layer = -1; layer <= 1; layer++) {
            Point q = p.plus(layer * THICKNESS / 3, through);
            sum += brush.cover(lesion.distance(q.x(), q.y(), q.z(), cavity));
        }
        return sum / 3;
    }
}
