package dev.millrace.platform.problem;

import java.util.Objects;
import java.util.stream.Stream;

/** The causes of an error. */
public final class Causes {
    private static final int DEEPEST = 50;

    private Causes() {}

    /** @return the error and its causes, outermost first; bounded, as an error may be its own cause */
    public static Stream<Throwable> of(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
