package dev.millrace.web.page;

import dev.millrace.platform.problem.Problem;

/** The request names a host that is not this server's, or none that can be read. */
final class HostNotAllowed extends Problem {
    private HostNotAllowed(Kind kind, String slug, String title, String detail) {
        super(kind, slug, title, detail);
    }

    static HostNotAllowed malformed() {
        return new HostNotAllowed(
                Kind.INVALID,
                "malformed-host",
                "Malformed host",
                "Host must be a name or an IP address, maybe with a port.");
    }

    static HostNotAllowed unknown() {
        return new HostNotAllowed(
                Kind.MISDIRECTED, "unknown-host", "Unknown host", "This server does not answer to the name in Host.");
    }
}
