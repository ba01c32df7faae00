package dev.millrace.web.admin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.operations.SetUserLimits;
import dev.millrace.web.security.Caller;

/** Limits of single users. */
@Path("/admin/users/{id: [0-9a-fA-F-]{36}}/limits")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserLimitsResource {
    private SetUserLimits limits;
    private Caller caller;

    /** For the container. */
    public UserLimitsResource() {}

    @Inject
    UserLimitsResource(SetUserLimits limits, Caller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String limits(@PathParam("id") UUID user) {
        return limits.find(user);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String set(@PathParam("id") UUID user, String body) {
        return limits.set(user, body, caller.actor());
    }
}
