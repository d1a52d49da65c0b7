package io.github.tumorbench.study;

import java.util.List;

/**
 * Something the user can mend: a wrong study file, missing data, a damaged file, a folder that cannot be written.
 *
 * <p>Each problem is one whole sentence with the place, what was expected and what was found. The command line prints
 * them without a stack trace and exits with 2.
 */
public final class InputException extends RuntimeException {
    private final List<String> problems;

    public InputException(String problem) {
        this(List.of(problem));
    }

    public InputException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    public InputException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem, in the order found. */
    public List<String> problems() {
        return problems;
    }
}
