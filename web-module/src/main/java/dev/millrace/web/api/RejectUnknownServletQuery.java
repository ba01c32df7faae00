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

/** The same as {@link RejectUnknownQuery} for the parts of the API that are servlets. */
@WebFilter(
        urlPatterns = {"/api/events", "/api/docs", "/metrics"},
        asyncSupported = true)
public class RejectUnknownServletQuery extends HttpFilter {
    private static final Map<String, Set<String>> KNOWN = Map.of("/api/events", Set.of("since"));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (request.getQueryString() != null) {
                QueryNames.refuseUnknown(
                        request.getParameterMap().keySet(), KNOWN.getOrDefault(request.getServletPath(), Set.of()));
            }
        } catch (Problem e) {
            ProblemResponse.write(e, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
