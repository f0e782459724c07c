package io.limner.job.verify;

/**
 * One thing that is wrong with a dataset.
 *
 * @param file its name below the dataset
 * @param row which row of the file, from 0; -1 where the file as a whole is meant
 * @param problem what is wrong
 * @param remedy what to do
 */
public record Finding(String file, long row, String problem, String remedy) {

    /** {@code file row N: problem; remedy}. */
    @Override
    public String toString() {
        return file + (row < 0 ? "" : " row " + row) + ": " + problem + "; " + remedy;
    }
}
