package dev.millrace.web.page;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.shutdown.ServingState;
import dev.millrace.web.problem.NodeStopping;
import dev.millrace.web.problem.ProblemResponse;

/** Counts the requests in flight, and rejects new ones when this node stops; it still answers probes and scrapers. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RejectWhenStopping extends HttpFilter {
    @Inject
    private transient ServingState serving;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (OperatorPaths.include(request)) {
            chain.doFilter(request, response);
        } else if (serving.tryBeginRequest()) {
            try {
                chain.doFilter(request, response);
            } finally {
                serving.endRequest();
            }
        } else {
            response.setHeader("Connection", "close");
            ProblemResponse.write(new NodeStopping(), response);
        }
    }
}
