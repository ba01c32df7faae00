package dev.millrace.web.security;

import java.util.Optional;

/** Reads the header {@code Authorization} of RFC 6750; the scheme's name may have any case (RFC 9110, 11.1). */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /**
     * @param header null if there is none
     * @return the token; empty if the header has another scheme or no token
     */
    static Optional<String> in(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
