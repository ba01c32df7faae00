package dev.millrace.web.admin;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import dev.millrace.audit.AuditFilter;
import dev.millrace.audit.ShowAudit;
import dev.millrace.web.api.PageQuery;

/** The audit log. */
@Path("/admin")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
public class AuditResource {
    private ShowAudit audit;

    /** For the container. */
    public AuditResource() {}

    @Inject
    AuditResource(ShowAudit audit) {
        this.audit = audit;
    }

    @GET
    @Path("/audit")
    @Produces(MediaType.APPLICATION_JSON)
    public String list(@BeanParam AuditQuery query, @BeanParam PageQuery paging) {
        PageQuery.PageRequest page = paging.page();
        return audit.page(query.filter(), page.cursor(), page.limit());
    }

    @GET
    @Path("/audit.csv")
    @Produces("text/csv")
    public Response export(@BeanParam AuditQuery query) {
        AuditFilter filter = query.filter();
        ShowAudit log = audit;
        StreamingOutput csv = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            log.writeCsv(filter, writer);
            writer.flush();
        };
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"millrace-audit.csv\"")
                .build();
    }
}
