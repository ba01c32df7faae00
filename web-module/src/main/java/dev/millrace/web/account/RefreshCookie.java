package dev.millrace.web.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import dev.millrace.web.forwarded.OriginalRequest;

/**
 * The cookie with the refresh token. Its name has the strictest prefix (RFC 6265bis, 4.1.3) that the address of the
 * application allows; browsers then let no other host set it.
 */
enum RefreshCookie {
    /** Of this host alone; needs HTTPS and the application at the root of the host. */
    HOST("__Host-millrace_refresh"),
    /** Needs HTTPS. */
    SECURE("__Secure-millrace_refresh"),
    /** Without HTTPS; the name before version 0.2 everywhere. */
    PLAIN("millrace_refresh");

    private final String text;

    /**
     * The cookie as the answer sets it.
     *
     * @param path null if browsers shall take the folder of the request
     * @param seconds lifetime; 0 ends it
     */
    record Setting(String name, String value, String path, int seconds, boolean secure) {}

    RefreshCookie(String text) {
        this.text = text;
    }

    /**
     * @param came names and values of the request's cookies
     * @return the refresh token in the strictest of them
     */
    static Optional<String> token(Map<String, String> came) {
        return Stream.of(values())
                .map(name -> came.get(name.text))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * @param seconds lifetime
     * @param came as in {@link #token}; the answer ends those under other names
     */
    static List<Setting> setting(String token, int seconds, HttpServletRequest request, Map<String, String> came) {
        RefreshCookie name = of(request);
        return Stream.concat(
                        Stream.of(name.with(token, seconds)),
                        Stream.of(values())
                                .filter(other -> other != name && came.containsKey(other.text))
                                .map(other -> other.with("", 0)))
                .toList();
    }

    /** As {@link #setting}, but ends it under every name. */
    static List<Setting> ending(HttpServletRequest request, Map<String, String> came) {
        return setting("", 0, request, came);
    }

    private static RefreshCookie of(HttpServletRequest request) {
        OriginalRequest original = OriginalRequest.of(request);
        boolean atRoot = original.prefix().isEmpty() && request.getContextPath().isEmpty();
        return !original.isSecure() ? PLAIN : atRoot ? HOST : SECURE;
    }

    /**
     * Without a path, browsers take the folder of the request as they see it, under whatever prefix (RFC 6265, 5.1.4):
     * the calls that need the cookie all lie there. {@link #HOST} must have the root.
     */
    private Setting with(String value, int seconds) {
        return new Setting(text, value, this == HOST ? "/" : null, seconds, this != PLAIN);
    }
}
