package dev.millrace.web.account;

import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import dev.millrace.account.Credentials;
import dev.millrace.account.IssuedTokens;
import dev.millrace.account.SessionOver;
import dev.millrace.account.Sessions;
import dev.millrace.platform.json.Json;
import dev.millrace.request.RequestObject;
import dev.millrace.web.security.Caller;

/** Sign in, refresh the session, sign out. The refresh token travels in a cookie that scripts cannot read. */
@Path("/auth")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    private static final String COOKIE = "millrace_refresh";

    private Sessions sessions;
    private Credentials credentials;
    private Caller caller;

    @Context
    private HttpServletRequest http;

    /** For the container. */
    public AuthResource() {}

    @Inject
    AuthResource(Sessions sessions, Credentials credentials, Caller caller) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.caller = caller;
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response login(String body) {
        RequestObject request = RequestObject.parse(body, Set.of("username", "password"));
        String username = request.nullableString("username");
        String password = request.nullableString("password");
        request.throwIfInvalid();
        return response(credentials.signIn(username, password, caller.client()));
    }

    @POST
    @Path("/refresh")
    public Response refresh(@CookieParam(COOKIE) String token) {
        if (token == null) {
            throw new SessionOver();
        }
        return response(sessions.refresh(token, caller.client()).orElseThrow(SessionOver::new));
    }

    @POST
    @Path("/logout")
    public Response logout(@CookieParam(COOKIE) String token) {
        if (token != null) {
            sessions.endByToken(token, caller.client());
        }
        return Response.noContent().cookie(cookie("", 0)).build();
    }

    private Response response(IssuedTokens session) {
        String token = Json.createObjectBuilder()
                .add("accessToken", session.accessToken())
                .add("tokenType", "Bearer")
                .add("expiresIn", session.accessLifetime().toSeconds())
                .build()
                .toString();
        return Response.ok(token)
                .cacheControl(ResponseCaching.noStore())
                .cookie(cookie(
                        session.refreshToken(), (int) session.refreshLifetime().toSeconds()))
                .build();
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(http.getContextPath() + "/api/auth")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(http.isSecure() || "https".equalsIgnoreCase(http.getHeader("X-Forwarded-Proto")))
                .build();
    }
}
