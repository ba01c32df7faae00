package dev.millrace.web.api;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.problem.Problem;
import dev.millrace.web.problem.ProblemResponse;

/** Does the work of {@link RejectUnknownQuery} for the parts of the API that are servlets. */
@WebFilter(
        urlPatterns = {"/api/events", "/api/docs", "/metrics", "/openapi", "/.well-known/jwks.json"},
        asyncSupported = true)
public class RejectUnknownServletQuery extends HttpFilter {
    private static final QueryNames NONE = new QueryNames(Set.of(), Set.of());
    private static final Map<String, QueryNames> KNOWN =
            Map.of("/api/events", new QueryNames(Set.of("since"), Set.of()));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (request.getQueryString() != null) {
                CheckQuery.throwIfInvalid(request.getQueryString(), KNOWN.getOrDefault(request.getServletPath(), NONE));
            }
        } catch (Problem e) {
            ProblemResponse.write(e, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
