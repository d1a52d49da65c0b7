package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code dataset/audit.json}.
 *
 * @param dataset name of the data
 * @param edition recognised edition, or "unknown"
 * @param images how many images
 * @param missing files that the recognised edition has and the data lacks
 * @param added files that the recognised edition lacks and the data has
 * @param statistics of the readable images, by class
 * @param probes how well the class can be told without anatomy
 */
public record Audit(
        int schemaVersion,
        String dataset,
        String edition,
        int images,
        List<Finding> findings,
        List<String> missing,
        List<String> added,
        List<ClassStatistics> statistics,
        List<Probe> probes) {
    public Audit {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        statistics = List.copyOf(statistics);
        probes = List.copyOf(probes);
    }

    /** An audit that is about findings alone, of data of no known edition's names. */
    public Audit(int schemaVersion, String dataset, String edition, int images, List<Finding> findings) {
        this(schemaVersion, dataset, edition, images, findings, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * One finding; a finding with nothing to report is there with count 0.
     *
     * @param id e.g. {@code exact-duplicates}
     * @param severity {@code info}, {@code warning} or {@code serious}; {@code unknown} where it cannot be told
     * @param groups how many groups the files form
     * @param files the files concerned
     * @param sentence for a clinician
     */
    public record Finding(String id, String severity, int count, int groups, List<String> files, String sentence) {
        public Finding {
            files = List.copyOf(files);
        }
    }

    /**
     * Means over the readable images of a class.
     *
     * @param label the class
     * @param width in pixels
     * @param height in pixels
     * @param grey share of images stored or shown in grey, in [0, 1]
     * @param mean grey value, 0 to 255
     * @param contrast standard deviation of the grey values
     * @param border grey value along the margin
     * @param borderContrast standard deviation of the grey values there
     */
    public record ClassStatistics(
            String label,
            int images,
            double width,
            double height,
            double grey,
            double mean,
            double contrast,
            double border,
            double borderContrast) {}

    /**
     * What a classifier makes of features that hold no anatomy, cross-validated with copies, slices and patients kept together.
     *
     * @param id e.g. {@code border}
     * @param features how many numbers it sees of each image
     * @param accuracy share of images told right
     * @param low lower end of its 95 % Wilson interval
     * @param high upper end
     * @param chance accuracy of always naming the largest class
     * @param classes for each class, how well it is told from all others
     */
    public record Probe(
            String id, int features, double accuracy, double low, double high, double chance, List<Told> classes) {
        public Probe {
            classes = List.copyOf(classes);
        }
    }

    /**
     * One class told from the others.
     *
     * @param recall share of the class's images that are given the class
     * @param specificity share of the other images that are not
     */
    public record Told(String label, double recall, double specificity) {
        /** Mean of both: 0.5 is chance. */
        public double balanced() {
            return (recall + specificity) / 2;
        }
    }
}
