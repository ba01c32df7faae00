package dev.millrace.web.page;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

/** The addresses for probes and scrapers. */
final class OperatorPaths {
    private OperatorPaths() {}

    static boolean include(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        return path.equals("/api/health") || path.startsWith("/api/health/") || path.equals("/metrics");
    }
}
