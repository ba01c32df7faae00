package dev.millrace.web.push;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a page may open a WebSocket: its origin must be the server's own or a listed one. Browsers send
 * credentials to any server that a page names, but always the page's origin (RFC 6455, 10.2). A client that sends none
 * is no browser.
 *
 * <p>Behind a proxy {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} give the server's own origin. No page can set
 * these headers, so a browser cannot be made to forge them.
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

    /** The first value of a list that proxies may have extended. */
    private static String first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(value -> value.split(",", 2)[0].strip())
                .orElse(null);
    }
}
