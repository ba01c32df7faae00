package dev.millrace.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerifiedTokenCacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final VerifiedTokenCache tokens = new VerifiedTokenCache();

    @Test
    void a_token_that_was_found_genuine_is_known() {
        var result = genuine("abc", NOW.plusSeconds(900));

        tokens.put("Bearer abc", result, NOW);

        assertThat(tokens.get("Bearer abc", NOW.plusSeconds(60))).containsSame(result);
        assertThat(tokens.get("Bearer abd", NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_token_is_forgotten_when_it_expires() {
        tokens.put("Bearer abc", genuine("abc", NOW.plusSeconds(30)), NOW);

        assertThat(tokens.get("Bearer abc", NOW.plusSeconds(29))).isPresent();
        assertThat(tokens.get("Bearer abc", NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void a_token_is_checked_anew_now_and_then_as_the_key_may_have_changed() {
        tokens.put("Bearer abc", genuine("abc", NOW.plus(Duration.ofDays(90))), NOW);

        assertThat(tokens.get(
                        "Bearer abc", NOW.plus(VerifiedTokenCache.CACHE_TTL).minusMillis(1)))
                .isPresent();
        assertThat(tokens.get("Bearer abc", NOW.plus(VerifiedTokenCache.CACHE_TTL)))
                .isEmpty();
    }

    @Test
    void a_refused_token_is_not_cached() {
        tokens.put("Bearer abc", CredentialValidationResult.INVALID_RESULT, NOW);

        assertThat(tokens.get("Bearer abc", NOW)).isEmpty();
    }

    @Test
    void a_token_that_came_in_another_way_is_not_remembered_for_this_header() {
        tokens.put("Bearer of somebody else", genuine("abc", NOW.plusSeconds(900)), NOW);

        assertThat(tokens.get("Bearer of somebody else", NOW)).isEmpty();
    }

    @Test
    void expired_tokens_make_room_for_others() {
        tokens.put("Bearer long", genuine("long", NOW.plusSeconds(900)), NOW);
        for (int i = 1; i < VerifiedTokenCache.MAX_ENTRIES; i++) {
            tokens.put("Bearer " + i, genuine(Integer.toString(i), NOW.plusSeconds(60)), NOW);
        }

        Instant later = NOW.plusSeconds(60);
        tokens.put("Bearer new", genuine("new", NOW.plusSeconds(900)), later);

        assertThat(tokens.get("Bearer long", later)).isPresent();
        assertThat(tokens.get("Bearer new", later)).isPresent();
    }

    @Test
    void no_more_tokens_are_remembered_than_there_is_room_for() {
        for (int i = 0; i <= VerifiedTokenCache.MAX_ENTRIES; i++) {
            tokens.put("Bearer " + i, genuine(Integer.toString(i), NOW.plusSeconds(900)), NOW);
        }

        assertThat(tokens.get("Bearer 0", NOW)).isEmpty();
        assertThat(tokens.get("Bearer " + VerifiedTokenCache.MAX_ENTRIES, NOW)).isPresent();
    }

    private static CredentialValidationResult genuine(String raw, Instant expires) {
        Map<String, Object> claims = Map.of("raw_token", raw, "exp", expires.getEpochSecond());
        return new CredentialValidationResult(new Token(claims), Set.of("user"));
    }

    /** As Payara's: a principal of Jakarta Security that is a token of MicroProfile JWT as well. */
    private static final class Token extends CallerPrincipal implements JsonWebToken {
        private static final long serialVersionUID = 1;

        private final transient Map<String, Object> claims;

        Token(Map<String, Object> claims) {
            super("miller");
            this.claims = claims;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
