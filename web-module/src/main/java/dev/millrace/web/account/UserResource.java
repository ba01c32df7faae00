package dev.millrace.web.account;

import java.net.URI;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.millrace.account.Accounts;
import dev.millrace.account.Profile;
import dev.millrace.account.Registration;
import dev.millrace.web.security.Caller;

/** Register, and who am I. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    private static final Set<String> MEMBERS = Set.of("username", "email", "password", "firstName", "lastName");

    @Inject
    private Accounts accounts;

    @Inject
    private Caller caller;

    @Context
    private UriInfo uri;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(String body) {
        JsonBody json = new JsonBody(body, MEMBERS);
        Profile user = accounts.register(new Registration(
                json.text("username"),
                json.text("email"),
                json.text("password"),
                json.text("firstName"),
                json.text("lastName")));
        URI location = uri.getAbsolutePathBuilder().path("me").build();
        return Response.created(location).entity(view(user).toString()).build();
    }

    @GET
    @Path("/me")
    @RolesAllowed("user")
    public String whoAmI() {
        return view(accounts.profile(caller.id())).toString();
    }

    private static JsonObject view(Profile user) {
        JsonArrayBuilder roles = Json.createArrayBuilder();
        user.roles().stream().sorted().forEach(roles::add);
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("id", user.id().toString())
                .add("username", user.username())
                .add("email", user.email());
        addOrNull(view, "firstName", user.firstName());
        addOrNull(view, "lastName", user.lastName());
        return view.add("roles", roles).build();
    }

    private static void addOrNull(JsonObjectBuilder view, String name, String value) {
        if (value == null) {
            view.addNull(name);
        } else {
            view.add(name, value);
        }
    }
}
