package dev.millrace.web.metrics;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.monitoring.metrics.Scrape;
import dev.millrace.web.problem.ProblemResponse;

/**
 * This node's metrics as text, open unless a token is configured; a servlet, so that no other code handles its token.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
    @Inject
    private transient Scrape scrape;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (scrape.isAllowed(request.getHeader("Authorization"))) {
            response.setContentType(Scrape.MEDIA_TYPE);
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(scrape.text());
        } else {
            ProblemResponse.write(new ScrapeNotAllowed(), response);
            response.setHeader("WWW-Authenticate", "Basic realm=\"millrace metrics\"");
        }
    }
}
