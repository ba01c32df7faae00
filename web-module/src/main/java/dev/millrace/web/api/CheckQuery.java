package dev.millrace.web.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.platform.uri.QueryParameter;

/**
 * Checks a query as the client wrote it. Servers ignore a parameter that is unknown, empty, given twice or not UTF-8.
 * Then the call shows or changes something else than the client meant.
 */
final class CheckQuery {
    private static final String NOT_ENCODED = "must be UTF-8, percent-encoded";

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private CheckQuery() {}

    /**
     * Checks the texts only, for any call.
     *
     * @param query as in the address, without the {@code ?}
     * @throws InvalidRequest with each fault at {@code ?<name>}, at {@code ?} if the name cannot be repeated
     */
    static void throwIfMalformed(String query) {
        CheckQuery check = new CheckQuery();
        QueryParameter.parse(query).forEach(check::isWellFormed);
        check.throwIfFaulty();
    }

    /** Checks a query against the parameters of its call. Arguments and errors as for {@link #throwIfMalformed}. */
    static void throwIfInvalid(String query, QueryNames known) {
        CheckQuery check = new CheckQuery();
        QueryParameter.parse(query).forEach(parameter -> check.accept(parameter, known));
        check.throwIfFaulty();
    }

    private void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults.stream().distinct().toList());
        }
    }

    private void accept(QueryParameter parameter, QueryNames known) {
        String name = parameter.name();
        if (name != null && !known.all().contains(name)) {
            faults.add(new Fault(QueryNames.pointer(name), "unknown query parameter"));
            return;
        }
        if (name != null && !seen.add(name) && !known.lists().contains(name)) {
            faults.add(new Fault("?" + name, "is given twice"));
        }
        if (isWellFormed(parameter) && parameter.value().isEmpty()) {
            faults.add(new Fault("?" + name, "must not be empty"));
        }
    }

    private boolean isWellFormed(QueryParameter parameter) {
        String name = parameter.name();
        String value = parameter.value();
        if (name == null || value == null) {
            faults.add(new Fault(name == null ? "?" : QueryNames.pointer(name), NOT_ENCODED));
            return false;
        }
        if (!WellFormedText.isWellFormed(name) || !WellFormedText.isWellFormed(value)) {
            faults.add(new Fault(QueryNames.pointer(name), WellFormedText.EXPECTED));
            return false;
        }
        return true;
    }
}
