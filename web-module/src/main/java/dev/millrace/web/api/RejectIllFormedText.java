package dev.millrace.web.api;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/**
 * Rejects addresses with text that SQL cannot hold, before a resource uses it. In the query such a text is a fault; in
 * a path it names no existing resource. The parsers of bodies check those.
 */
@Provider
public class RejectIllFormedText implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (illFormed(request.getUriInfo().getPathParameters()).findAny().isPresent()) {
            throw new NotFoundException();
        }
        List<Fault> faults = illFormed(request.getUriInfo().getQueryParameters())
                .map(name -> new Fault(WellFormedText.isWellFormed(name) ? "?" + name : "?", WellFormedText.EXPECTED))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private static Stream<String> illFormed(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !WellFormedText.isWellFormed(entry.getKey())
                        || !entry.getValue().stream().allMatch(WellFormedText::isWellFormed))
                .map(entry -> entry.getKey());
    }
}
