package dev.millrace.task;

import java.util.List;

import dev.millrace.platform.digest.Sha256;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/**
 * An {@code Idempotency-Key} and a fingerprint of its request.
 *
 * @param value as the client chose it, 1 to 200 characters
 * @param fingerprint tells requests with the same key apart
 */
public record IdempotentRequest(String value, String fingerprint) {
    private static final int MAX_LENGTH = 200;

    /**
     * @param header the request's header, or null if it has none
     * @return null if there is no such header
     * @throws InvalidRequest if it is blank or too long
     */
    public static IdempotentRequest parse(String header, String body) {
        if (header == null) {
            return null;
        }
        if (header.isBlank() || header.length() > MAX_LENGTH) {
            throw new InvalidRequest(List.of(new Fault("", "the Idempotency-Key must have 1 to 200 characters")));
        }
        return new IdempotentRequest(header, Sha256.of(body));
    }
}
