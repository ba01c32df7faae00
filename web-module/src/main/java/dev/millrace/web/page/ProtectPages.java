package dev.millrace.web.page;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.web.forwarded.OriginalRequest;

/**
 * Tells browsers which rights the pages of this application have, and how long to cache a response. Scripts come only
 * from here and from files; styles may be inline, since the components set them so. {@code web.xml} registers it before
 * those that may reject the request, and for the answers that servers give by themselves.
 */
public class ProtectPages extends HttpFilter {
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; connect-src 'self'%s; frame-ancestors 'none'; base-uri 'self';"
            + " form-action 'self'; object-src 'none'";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:]+](:\\d{1,5})?");
    private static final String ASSETS = "/assets/";

    /** The last caller's headers: most callers use the same host, and an open WebSocket retains its headers. */
    private volatile PolicyFor last = new PolicyFor(null, policy(null));

    private record PolicyFor(String host, String policy) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OriginalRequest original = OriginalRequest.of(request);
        response.setHeader("Content-Security-Policy", policyFor(original.authority()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (original.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("Cache-Control", caching(request));
        chain.doFilter(request, response);
    }

    String policyFor(String host) {
        PolicyFor known = last;
        if (!Objects.equals(known.host(), host)) {
            known = new PolicyFor(host, policy(host));
            last = known;
        }
        return known.policy();
    }

    /** Not every browser takes {@code 'self'} to include sockets, so the policy names them. */
    static String policy(String host) {
        boolean known = host != null && HOST.matcher(host).matches();
        return POLICY.formatted(known ? " ws://" + host + " wss://" + host : "");
    }

    /** The build puts a hash of the content into the names of assets; browsers cache only existing ones for good. */
    private static String caching(HttpServletRequest request) throws IOException {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (request.getDispatcherType() == DispatcherType.ERROR
                || path.startsWith("/api/") && !path.equals(DocsServlet.PATH)) {
            return "no-store";
        }
        boolean asset = path.startsWith(ASSETS)
                && !path.endsWith("/")
                && request.getServletContext().getResource(path) != null;
        return asset ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
