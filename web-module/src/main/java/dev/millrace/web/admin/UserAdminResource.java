package dev.millrace.web.admin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.account.Role;
import dev.millrace.account.UserDirectory;
import dev.millrace.operations.UserOperations;
import dev.millrace.web.api.PageQuery;
import dev.millrace.web.api.QueryParser;
import dev.millrace.web.security.Caller;

/** The accounts of all users. */
@Path("/admin/users")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserAdminResource {
    private static final String ID = "/{id: [0-9a-fA-F-]{36}}";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private UserOperations operations;
    private Caller caller;

    /** For the container. */
    public UserAdminResource() {}

    @Inject
    UserAdminResource(UserOperations operations, Caller caller) {
        this.operations = operations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String list(
            @QueryParam("search") String search,
            @QueryParam("role") String role,
            @QueryParam("state") String state,
            @BeanParam PageQuery paging) {
        QueryParser query = new QueryParser();
        UserDirectory.Filter filter = new UserDirectory.Filter(
                QueryParser.blankToNull(search),
                query.parse("role", role, Role::parse, "must be user, admin or auditor"),
                query.parse("state", state, UserAdminResource::isDisabled, "must be active or disabled"));
        query.throwIfInvalid();
        PageQuery.PageRequest page = paging.page();
        return operations.page(filter, page.cursor(), page.limit());
    }

    @GET
    @Path(ID)
    @RolesAllowed({"admin", "auditor"})
    public String one(@PathParam("id") UUID id) {
        return operations.get(id);
    }

    @PATCH
    @Path(ID)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String change(@PathParam("id") UUID id, String body) {
        return operations.change(id, body, caller.actor());
    }

    @POST
    @Path(ID + "/sign-out")
    public void signOut(@PathParam("id") UUID id, String body) {
        operations.signOut(id, body, caller.actor());
    }

    private static boolean isDisabled(String state) {
        return switch (state) {
            case "active" -> false;
            case "disabled" -> true;
            default -> throw new IllegalArgumentException();
        };
    }
}
