package dev.millrace.web.account;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.millrace.account.ApiToken;
import dev.millrace.account.ApiTokenView;
import dev.millrace.account.ApiTokens;
import dev.millrace.account.Credentials;
import dev.millrace.account.Scope;
import dev.millrace.platform.json.Json;
import dev.millrace.request.RequestObject;
import dev.millrace.web.security.Caller;

/** The caller's own API tokens. */
@Path("/users/me/tokens")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ApiTokenResource {
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_DAYS = 365;

    private ApiTokens tokens;
    private Credentials credentials;
    private Caller caller;

    /** For the container. */
    public ApiTokenResource() {}

    @Inject
    ApiTokenResource(ApiTokens tokens, Credentials credentials, Caller caller) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.caller = caller;
    }

    @GET
    public String all() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        tokens.listOf(caller.id()).forEach(token -> items.add(view(token)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        RequestObject members = RequestObject.parse(body, Set.of("name", "scopes", "expiresInDays", "currentPassword"));
        String currentPassword = members.nullableString("currentPassword");
        ApiTokens.CreatedToken created = credentials.createApiToken(parse(members), currentPassword, caller.actor());
        String view = view(created.token()).add("token", created.text()).build().toString();
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .cacheControl(ResponseCaching.noStore())
                .build();
    }

    @DELETE
    @Path("/{id: [0-9a-fA-F-]{36}}")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id, caller.actor());
    }

    private static ApiToken.TokenRequest parse(RequestObject members) {
        String name = members.string("name", MAX_NAME_LENGTH);
        Set<Scope> scopes = members.enumSet(
                "scopes", Scope.class, "must be an array of tasks:read, tasks:write or both", Scope::parse);
        Integer days = members.number("expiresInDays", 1, MAX_DAYS);
        members.require("name", "scopes", "expiresInDays");
        if (scopes != null && scopes.isEmpty()) {
            members.fault("scopes", "must contain at least one");
        }
        members.throwIfInvalid();
        return new ApiToken.TokenRequest(name, scopes, Duration.ofDays(days));
    }

    private static JsonObjectBuilder view(ApiTokenView token) {
        return Json.createObjectBuilder()
                .add("id", token.id().toString())
                .add("name", token.name())
                .add(
                        "scopes",
                        Json.createArrayBuilder(
                                token.scopes().stream().map(Scope::text).toList()))
                .add("createdAt", token.createdAt().toString())
                .add("expiresAt", token.expiresAt().toString())
                .add("lastUsedAt", Json.orNull(token.lastUsedAt()));
    }
}
