package dev.millrace.web.metrics;

import dev.millrace.platform.problem.Problem;

/** The scraper's token is missing or wrong. */
class ScrapeNotAllowed extends Problem {
    ScrapeNotAllowed() {
        super(
                Kind.UNAUTHENTICATED,
                "unauthenticated",
                "Not signed in",
                "Send the configured token, as a Bearer token or as the password of Basic.");
    }
}
