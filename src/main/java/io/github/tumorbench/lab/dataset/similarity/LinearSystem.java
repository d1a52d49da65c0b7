package io.github.tumorbench.lab.dataset.similarity;

/** A small square system of linear equations. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves by elimination with row pivoting.
     *
     * @param rows n rows of n coefficients and the right side; overwritten
     * @return the n unknowns; 0 for one that the equations leave open
     */
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            double[] chosen = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = chosen;
            for (int row = column + 1; row < n && chosen[column] != 0; row++) {
                double factor = rows[row][column] / chosen[column];
                for (int i = column; i <= n; i++) {
                    rows[row][i] -= factor * chosen[i];
                }
            }
        }
        double[] unknowns = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = rows[row][n];
            for (int i = row + 1; i < n; i++) {
                rest -= rows[row][i] * unknowns[i];
            }
            unknowns[row] = rows[row][row] == 0 ? 0 : rest / rows[row][row];
        }
        return unknowns;
    }
}
