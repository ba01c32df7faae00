package dev.millrace.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** The query parameters of a list paged by cursor. A fault's pointer is {@code ?<name>}. */
public class PageQuery {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    @QueryParam("cursor")
    private String cursor;

    @QueryParam("limit")
    private String limit;

    /**
     * One page.
     *
     * @param cursor only items older than this, or null
     * @param limit most items, from 1
     */
    public record PageRequest(UUID cursor, int limit) {}

    /** @throws InvalidRequest with every unreadable parameter */
    public PageRequest page() {
        List<Fault> faults = new ArrayList<>();
        PageRequest page = new PageRequest(before(faults), limit(limit, faults));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return page;
    }

    /**
     * Reads the parameter of a list that has no further pages.
     *
     * @throws InvalidRequest if it is unreadable
     */
    public static int limit(String limit) {
        List<Fault> faults = new ArrayList<>();
        int number = limit(limit, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return number;
    }

    private UUID before(List<Fault> faults) {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("?cursor", "must be the nextCursor of an earlier response"));
            return null;
        }
    }

    private static int limit(String limit, List<Fault> faults) {
        if (limit == null || limit.isBlank()) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("\\d{1,4}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        faults.add(new Fault("?limit", "must be 1 to " + MAX_LIMIT));
        return DEFAULT_LIMIT;
    }
}
