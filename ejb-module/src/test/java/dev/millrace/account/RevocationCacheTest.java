package dev.millrace.account;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class RevocationCacheTest {
    private static final UUID TOKEN = UUID.randomUUID();

    private final MutableClock clock = new MutableClock(NOW);
    private final Set<UUID> valid = new HashSet<>(Set.of(TOKEN));
    private int queries;
    private final RevocationCache tokens = new RevocationCache(
            new RevocationCheck() {
                @Override
                public boolean isValid(UUID origin) {
                    queries++;
                    return valid.contains(origin);
                }
            },
            clock);

    @Test
    void the_database_is_queried_once_per_cache_lifetime() {
        assertThat(tokens.isValid(TOKEN)).isTrue();
        assertThat(tokens.isValid(TOKEN)).isTrue();
        assertThat(queries).isEqualTo(1);

        clock.advance(RevocationCache.CACHE_TTL);
        assertThat(tokens.isValid(TOKEN)).isTrue();
        assertThat(queries).isEqualTo(2);
    }

    @Test
    void a_revocation_elsewhere_is_heeded_after_a_moment() {
        tokens.isValid(TOKEN);

        valid.remove(TOKEN);

        assertThat(tokens.isValid(TOKEN)).isTrue();
        clock.advance(RevocationCache.CACHE_TTL);
        assertThat(tokens.isValid(TOKEN)).isFalse();
    }

    @Test
    void a_revocation_here_is_heeded_at_once() {
        tokens.isValid(TOKEN);

        valid.remove(TOKEN);
        tokens.evict(new TokensRevoked(TOKEN));

        assertThat(tokens.isValid(TOKEN)).isFalse();
    }

    @Test
    void a_revoked_token_is_looked_up_every_time() {
        UUID unknown = UUID.randomUUID();

        assertThat(tokens.isValid(unknown)).isFalse();
        valid.add(unknown);

        assertThat(tokens.isValid(unknown)).isTrue();
    }
}
