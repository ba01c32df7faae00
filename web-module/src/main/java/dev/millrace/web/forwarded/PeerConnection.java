package dev.millrace.web.forwarded;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import dev.millrace.platform.http.HostName;

/**
 * The address parts of a request as it reached this server; its peer is the client or the nearest proxy.
 *
 * @param host {@link #NO_HOST} if the request names one that cannot be read
 */
record PeerConnection(String address, String scheme, HostName host) {
    static final HostName NO_HOST = new HostName("", 0);

    static PeerConnection of(HttpServletRequest request) {
        return new PeerConnection(request.getRemoteAddr(), request.getScheme().toLowerCase(Locale.ROOT), host(request));
    }

    /** Containers differ in what they make of a malformed header. */
    private static HostName host(HttpServletRequest request) {
        String header = request.getHeader("Host");
        if (header == null || header.isBlank()) {
            return new HostName(bracketed(request.getServerName()), request.getServerPort());
        }
        return HostName.parse(header.strip()).orElse(NO_HOST);
    }

    private static String bracketed(String name) {
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    OriginalRequest asOriginal() {
        int port = host.port() == 0 ? OriginalRequest.defaultPort(scheme) : host.port();
        return new OriginalRequest(address, scheme, host.name(), port, "");
    }
}
