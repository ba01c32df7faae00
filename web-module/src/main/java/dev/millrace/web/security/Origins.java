package dev.millrace.web.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import dev.millrace.web.forwarded.OriginalRequest;

/**
 * The web origins whose pages may open a WebSocket or use the cookie: the server's own and the listed ones. Browsers
 * send credentials to any server that a page names, but always the page's origin (RFC 6455, 10.2). A client that sends
 * none is no browser.
 *
 * @param allowed exactly as browsers send them
 */
public record Origins(Set<String> allowed) {
    private static final String SAME_ORIGIN = "same-origin";

    /** @param origin from the request's header; null if it has none */
    public boolean allows(String origin, OriginalRequest request) {
        return origin == null || allowed.contains(origin) || origin.equalsIgnoreCase(request.origin());
    }

    /**
     * Believes a browser that compares by itself, since a proxy may hide the host that the browser sees.
     *
     * @throws OriginNotAllowed if the request comes from a page of another origin
     */
    public void check(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean silent = origin == null && site != null;
        if (!SAME_ORIGIN.equals(site) && (silent || !allows(origin, OriginalRequest.of(request)))) {
            throw new OriginNotAllowed();
        }
    }
}
