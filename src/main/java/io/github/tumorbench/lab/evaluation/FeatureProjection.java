package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.record.ExperimentRecord.Projection;
import java.util.ArrayList;
import java.util.List;
import smile.manifold.TSNE;
import smile.math.MathEx;
import smile.projection.PCA;

/**
 * Features to the plane: principal components first, then exact t-SNE (van der Maaten and Hinton 2008), both from Smile.
 */
public final class FeatureProjection {
    /** Fewer files have no neighbourhoods. */
    static final int FEWEST = 8;

    private static final int COMPONENTS = 50;
    private static final int ITERATIONS = 1000;
    private static final double LEARNING_RATE = 200;
    private static final double PERPLEXITY = 30;

    private FeatureProjection() {}

    /**
     * A place for each file. Equal arguments give equal places on one machine.
     *
     * @param embeddings one for each file
     * @return empty where there are fewer than {@value #FEWEST} files, too few for any neighbourhood
     */
    public static List<Projection> project(List<String> files, float[][] embeddings, long seed) {
        if (files.size() < FEWEST) {
            return List.of();
        }
        double[][] reduced = reduce(embeddings);
        MathEx.setSeed(seed);
        double perplexity = Math.min(PERPLEXITY, (files.size() - 1) / 3.0);
        double[][] places = new TSNE(reduced, 2, perplexity, LEARNING_RATE, ITERATIONS).coordinates;
        List<Projection> projection = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            projection.add(new Projection(files.get(i), places[i][0], places[i][1]));
        }
        return projection;
    }

    /** At most 50 principal components, and never as many as there are rows: Smile takes a square matrix for distances. */
    static double[][] reduce(float[][] embeddings) {
        int rows = embeddings.length;
        int columns = embeddings[0].length;
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i][j] = embeddings[i][j];
            }
        }
        int components = Math.min(Math.min(COMPONENTS, columns), rows - 1);
        return PCA.fit(values).setProjection(components).project(values);
    }
}
