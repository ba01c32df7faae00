package dev.millrace.account;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;

/** The container's event of revocations, for tests without one. */
final class Revocations {
    private Revocations() {}

    /** @param revoked gets each revoked id */
    @SuppressWarnings("unchecked")
    static Event<TokensRevoked> addedTo(List<UUID> revoked) {
        return (Event<TokensRevoked>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, fire, arguments) -> {
                    revoked.add(((TokensRevoked) arguments[0]).sid());
                    return null;
                });
    }
}
