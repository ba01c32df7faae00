package dev.millrace.web.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import dev.millrace.account.Credentials;
import dev.millrace.account.IssuedTokens;
import dev.millrace.account.Registrations;
import dev.millrace.account.SessionEnded;
import dev.millrace.account.Sessions;
import dev.millrace.platform.json.Json;
import dev.millrace.push.PushSettings;
import dev.millrace.request.RequestObject;
import dev.millrace.web.security.Caller;
import dev.millrace.web.security.Origins;

/** Sign in, refresh the session, sign out. The refresh token travels in a cookie that scripts cannot read. */
@Path("/auth")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    private Sessions sessions;
    private Credentials credentials;
    private Registrations registrations;
    private Caller caller;
    private PushSettings settings;

    @Context
    private HttpServletRequest http;

    @Context
    private HttpHeaders headers;

    /** For the container. */
    public AuthResource() {}

    @Inject
    AuthResource(
            Sessions sessions,
            Credentials credentials,
            Registrations registrations,
            Caller caller,
            PushSettings settings) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.registrations = registrations;
        this.caller = caller;
        this.settings = settings;
    }

    /** The page's settings before anybody has signed in. */
    @GET
    @Path("/options")
    public String options() {
        return Json.createObjectBuilder()
                .add("registration", registrations.mode().text())
                .build()
                .toString();
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
    public Response refresh() {
        origins().check(http);
        String token = RefreshCookie.token(cookies()).orElseThrow(SessionEnded::new);
        return response(sessions.refresh(token, caller.client()).orElseThrow(SessionEnded::new));
    }

    @POST
    @Path("/logout")
    public Response logout() {
        origins().check(http);
        RefreshCookie.token(cookies()).ifPresent(token -> sessions.endByToken(token, caller.client()));
        return Response.noContent()
                .cookie(newCookies(RefreshCookie.ending(http, cookies())))
                .build();
    }

    private Origins origins() {
        return new Origins(settings.allowedOrigins());
    }

    private Map<String, String> cookies() {
        Map<String, String> values = new HashMap<>();
        headers.getCookies().forEach((name, cookie) -> values.put(name, cookie.getValue()));
        return values;
    }

    private Response response(IssuedTokens session) {
        String token = Json.createObjectBuilder()
                .add("accessToken", session.accessToken())
                .add("tokenType", "Bearer")
                .add("expiresIn", session.accessLifetime().toSeconds())
                .build()
                .toString();
        int seconds = (int) session.refreshLifetime().toSeconds();
        return Response.ok(token)
                .cacheControl(ResponseCaching.noStore())
                .cookie(newCookies(RefreshCookie.setting(session.refreshToken(), seconds, http, cookies())))
                .build();
    }

    private static NewCookie[] newCookies(List<RefreshCookie.Setting> settings) {
        return settings.stream()
                .map(cookie -> new NewCookie.Builder(cookie.name())
                        .value(cookie.value())
                        .path(cookie.path())
                        .maxAge(cookie.seconds())
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .secure(cookie.secure())
                        .build())
                .toArray(NewCookie[]::new);
    }
}
