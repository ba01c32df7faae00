package dev.millrace.web.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.account.VerifiedToken;

import static org.assertj.core.api.Assertions.assertThat;

class VerifiedTokenCacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final VerifiedTokenCache tokens = new VerifiedTokenCache();

    @Test
    void a_token_that_was_verified_is_known() {
        VerifiedToken token = expiring(NOW.plusSeconds(900));

        tokens.put("abc", token, NOW);

        assertThat(tokens.get("abc", NOW.plusSeconds(60))).containsSame(token);
        assertThat(tokens.get("abd", NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_token_is_evicted_when_it_expires() {
        tokens.put("abc", expiring(NOW.plusSeconds(30)), NOW);

        assertThat(tokens.get("abc", NOW.plusSeconds(29))).isPresent();
        assertThat(tokens.get("abc", NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void expired_tokens_are_evicted_for_others() {
        tokens.put("long", expiring(NOW.plusSeconds(900)), NOW);
        for (int i = 1; i < VerifiedTokenCache.MAX_ENTRIES; i++) {
            tokens.put(Integer.toString(i), expiring(NOW.plusSeconds(60)), NOW);
        }

        Instant later = NOW.plusSeconds(60);
        tokens.put("new", expiring(NOW.plusSeconds(900)), later);

        assertThat(tokens.get("long", later)).isPresent();
        assertThat(tokens.get("new", later)).isPresent();
    }

    @Test
    void the_cache_holds_no_more_tokens_than_its_limit() {
        for (int i = 0; i <= VerifiedTokenCache.MAX_ENTRIES; i++) {
            tokens.put(Integer.toString(i), expiring(NOW.plusSeconds(900)), NOW);
        }

        assertThat(tokens.get("0", NOW)).isEmpty();
        assertThat(tokens.get(Integer.toString(VerifiedTokenCache.MAX_ENTRIES), NOW))
                .isPresent();
    }

    private static VerifiedToken expiring(Instant expires) {
        return new VerifiedToken(UUID.randomUUID(), "miller", UUID.randomUUID(), Set.of("user"), null, expires);
    }
}
