package dev.millrace.web.admin;

import jakarta.ws.rs.QueryParam;

import dev.millrace.audit.AuditFilter;
import dev.millrace.web.api.QueryParser;

/** The query parameters that narrow the audit log. */
public class AuditQuery {
    @QueryParam("actor")
    private String actor;

    @QueryParam("action")
    private String action;

    @QueryParam("target")
    private String target;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /** @throws dev.millrace.platform.problem.InvalidRequest with every unreadable parameter */
    AuditFilter filter() {
        QueryParser query = new QueryParser();
        AuditFilter filter = new AuditFilter(
                QueryParser.blankToNull(actor),
                QueryParser.blankToNull(action),
                QueryParser.blankToNull(target),
                query.time("from", from),
                query.time("to", to));
        query.throwIfInvalid();
        return filter;
    }
}
