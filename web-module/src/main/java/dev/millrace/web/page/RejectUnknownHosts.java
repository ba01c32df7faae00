package dev.millrace.web.page;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.http.HttpSettings;
import dev.millrace.web.forwarded.OriginalRequest;
import dev.millrace.web.problem.ProblemResponse;

/**
 * Rejects requests for other hosts, so that no name leads here that another party controls (DNS rebinding). Probes and
 * scrapers use the address of one node. {@code web.xml} registers it.
 */
public class RejectUnknownHosts extends HttpFilter {
    @Inject
    private transient HttpSettings settings;

    public RejectUnknownHosts() {}

    RejectUnknownHosts(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OriginalRequest original = OriginalRequest.of(request);
        if (original.host().isEmpty()) {
            ProblemResponse.write(HostNotAllowed.malformed(), response);
        } else if (settings.answersTo(original.host(), original.port()) || OperatorPaths.include(request)) {
            chain.doFilter(request, response);
        } else {
            ProblemResponse.write(HostNotAllowed.unknown(), response);
        }
    }
}
