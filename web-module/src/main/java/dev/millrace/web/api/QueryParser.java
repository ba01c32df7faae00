package dev.millrace.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.millrace.platform.json.Rfc3339;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Parses query parameters and collects all faults, each at {@code ?<name>}. */
public final class QueryParser {
    private final List<Fault> faults = new ArrayList<>();

    /** @return null if it is blank */
    public static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** @return null if it is blank or not an RFC 3339 time */
    public Instant time(String name, String value) {
        return parse(name, value, Rfc3339::parse, Rfc3339.EXPECTED);
    }

    /**
     * Reads names between commas.
     *
     * @param parser throws an {@link IllegalArgumentException} for a name that is not allowed, and for an empty one
     * @return without the names that are not allowed
     */
    public <T> Set<T> options(String name, String list, Function<String, T> parser, String expected) {
        Set<T> options = new LinkedHashSet<>();
        for (String option : list.split(",", -1)) {
            try {
                options.add(parser.apply(option));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("?" + name, expected));
            }
        }
        return options;
    }

    /**
     * @param parser throws an {@link IllegalArgumentException} for a value that is not allowed
     * @return null if it is blank or not allowed
     */
    public <T> T parse(String name, String value, Function<String, T> parser, String expected) {
        if (blankToNull(value) == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Fault("?" + name, expected));
            return null;
        }
    }

    /** @throws InvalidRequest with every unreadable parameter */
    public void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
