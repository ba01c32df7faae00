package dev.millrace.web.push;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which pages may open a socket: those of the server itself and of listed origins. Browsers send cookies and the like to
 * any server that a page names, but always tell the page's origin (RFC 6455, 10.2); a client that sends none is no browser.
 *
 * <p>Behind a proxy the server's own origin is what {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} say. No page
 * can set them, so a browser cannot be made to forge them.
 */
record Origins(Set<String> allowed) {
    /**
     * @param headers of the handshake, names in any case
     * @param secure whether the connection to this server is encrypted
     */
    boolean allows(Map<String, List<String>> headers, boolean secure) {
        String origin = first(headers, "Origin");
        return origin == null || allowed.contains(origin) || origin.equalsIgnoreCase(ownOrigin(headers, secure));
    }

    private static String ownOrigin(Map<String, List<String>> headers, boolean secure) {
        String forwardedProto = first(headers, "X-Forwarded-Proto");
        String forwardedHost = first(headers, "X-Forwarded-Host");
        String host = forwardedHost != null ? forwardedHost : first(headers, "Host");
        String scheme = forwardedProto != null ? forwardedProto.toLowerCase(Locale.ROOT) : secure ? "https" : "http";
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        return host != null && host.endsWith(defaultPort)
                ? scheme + "://" + host.substring(0, host.length() - defaultPort.length())
                : scheme + "://" + host;
    }

    /** The first of a list that proxies may have added to. */
    private static String first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(value -> value.split(",", 2)[0].strip())
                .orElse(null);
    }
}
