package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.monitoring.system.ShowSystem;

/** The nodes, versions, dependencies and effective configuration. */
@Path("/admin/system")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
public class SystemResource {
    private ShowSystem system;

    @Context
    private ServletContext context;

    /** For the container. */
    public SystemResource() {}

    @Inject
    SystemResource(ShowSystem system) {
        this.system = system;
    }

    @GET
    public String now() {
        return system.now(context.getServerInfo());
    }
}
