package dev.millrace.web.forwarded;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address parts of a request as its client sent it to the first proxy, or to this server if there is none.
 *
 * @param address of the client; without a port
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port from 1
 * @param prefix the start of the path that proxies have removed, such as {@code /mill}; empty if there is none
 */
public record OriginalRequest(String address, String scheme, String host, int port, String prefix) {
    private static final String ATTRIBUTE = OriginalRequest.class.getName();
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @return that of the current request, on any of its threads and in any wrapper */
    public static OriginalRequest of(HttpServletRequest request) {
        return attachedTo(request).orElseGet(() -> PeerConnection.of(request).asOriginal());
    }

    static Optional<OriginalRequest> attachedTo(HttpServletRequest request) {
        return Optional.ofNullable((OriginalRequest) request.getAttribute(ATTRIBUTE));
    }

    OriginalRequest withPrefix(String removed) {
        return new OriginalRequest(address, scheme, host, port, removed);
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** @return host and port, without the port that the scheme has by itself */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    /** @return as browsers send it in {@code Origin} (RFC 6454) */
    public String origin() {
        return scheme + "://" + authority();
    }
}
