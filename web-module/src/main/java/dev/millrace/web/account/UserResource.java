package dev.millrace.web.account;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.millrace.account.Accounts;
import dev.millrace.account.Credentials;
import dev.millrace.account.Profile;
import dev.millrace.account.ProfileUpdate;
import dev.millrace.account.Registration;
import dev.millrace.account.Registrations;
import dev.millrace.platform.json.Json;
import dev.millrace.request.RequestObject;
import dev.millrace.web.security.Caller;

/** Registration and the caller's own account. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Set<String> EDITABLE = Set.of("email", "firstName", "lastName", "currentPassword");
    private static final Set<String> PROPERTIES = Set.of("username", "email", "password", "firstName", "lastName");

    private Accounts accounts;
    private Credentials credentials;
    private Registrations registrations;
    private Caller caller;

    @Context
    private UriInfo uri;

    /** For the container. */
    public UserResource() {}

    @Inject
    UserResource(Accounts accounts, Credentials credentials, Registrations registrations, Caller caller) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.registrations = registrations;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(String body) {
        Profile user =
                registrations.register(() -> registration(body), caller.client().address());
        URI location = uri.getAbsolutePathBuilder().path("me").build();
        return Response.created(location).entity(view(user).toString()).build();
    }

    private static Registration registration(String body) {
        RequestObject request = RequestObject.parse(body, PROPERTIES);
        String username = request.nullableString("username");
        String email = request.nullableString("email");
        String password = request.nullableString("password");
        String firstName = request.nullableString("firstName");
        String lastName = request.nullableString("lastName");
        request.throwIfInvalid();
        return new Registration(username, email, password, firstName, lastName);
    }

    @GET
    @Path("/me")
    @RolesAllowed("user")
    public String whoAmI() {
        return view(accounts.profile(caller.id())).toString();
    }

    @PATCH
    @Path("/me")
    @RolesAllowed("user")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String change(String body) {
        RequestObject request = RequestObject.parse(body, EDITABLE);
        String email = request.nullableString("email");
        String firstName = request.nullableString("firstName");
        String lastName = request.nullableString("lastName");
        String currentPassword = request.nullableString("currentPassword");
        request.throwIfInvalid();
        Profile current = accounts.profile(caller.id());
        ProfileUpdate update = new ProfileUpdate(
                request.has("email") ? email : current.email(),
                request.has("firstName") ? firstName : current.firstName(),
                request.has("lastName") ? lastName : current.lastName());
        return view(credentials.changeProfile(update, currentPassword, caller.actor()))
                .toString();
    }

    @PUT
    @Path("/me/password")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(String body) {
        RequestObject request = RequestObject.parse(body, Set.of("currentPassword", "newPassword", "endApiTokens"));
        String current = request.nullableString("currentPassword");
        String changed = request.nullableString("newPassword");
        boolean endApiTokens = !request.has("endApiTokens") || request.bool("endApiTokens");
        request.throwIfInvalid();
        credentials.changePassword(current, changed, endApiTokens, caller.sessionId(), caller.actor());
    }

    private static JsonObject view(Profile user) {
        return Json.createObjectBuilder()
                .add("id", user.id().toString())
                .add("username", user.username())
                .add("email", user.email())
                .add("firstName", Json.orNull(user.firstName()))
                .add("lastName", Json.orNull(user.lastName()))
                .add(
                        "roles",
                        Json.createArrayBuilder(user.roles().stream().sorted().toList()))
                .build();
    }
}
