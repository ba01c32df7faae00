package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class AccessTokensTest {
    private static final UUID ID = UUID.randomUUID();
    private static final UUID SIGN_IN = UUID.randomUUID();

    private final TokenVerifier verifier = new TokenVerifier(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_token_has_the_claims_of_microprofile_jwt() throws Exception {
        SignedJWT token = aToken(false);
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getIssuer()).isEqualTo("millrace");
        assertThat(claims.getAudience()).containsExactly("millrace");
        assertThat(claims.getSubject()).isEqualTo(ID.toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("Miller");
        assertThat(claims.getStringClaim("sid")).isEqualTo(SIGN_IN.toString());
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void a_token_names_the_published_key_that_signed_it() throws Exception {
        String kid = aToken(false).getHeader().getKeyID();

        assertThat(kid).isNotBlank();
        assertThat(SigningKeys.publicJson()).contains("\"kid\":\"" + kid + "\"");
    }

    @Test
    void the_groups_are_the_roles() throws Exception {
        assertThat(groups(aToken(false))).containsExactly("user");
        assertThat(groups(aToken(true))).containsExactlyInAnyOrder("user", "admin");
    }

    @Test
    void a_token_that_was_signed_here_is_valid_here() throws Exception {
        VerifiedToken token = verifier.verify(aToken(true).serialize()).orElseThrow();

        assertThat(token.userId()).isEqualTo(ID);
        assertThat(token.getName()).isEqualTo("Miller");
        assertThat(token.sid()).isEqualTo(SIGN_IN);
        assertThat(token.roles()).containsExactlyInAnyOrder("user", "admin");
        assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(token.isApiToken()).isFalse();
        assertThat(token.allows(Scope.TASKS_WRITE)).isTrue();
    }

    @Test
    void an_api_token_gives_its_scopes_and_never_more_than_the_role_of_a_user() {
        ApiToken.TokenRequest request =
                new ApiToken.TokenRequest("script", EnumSet.of(Scope.TASKS_READ), Duration.ofDays(1));
        ApiToken row = new ApiToken(ID, request, NOW);

        VerifiedToken token =
                verifier.verify(AccessTokens.sign(aUser(true), row)).orElseThrow();

        assertThat(token.sid()).isEqualTo(row.id());
        assertThat(token.roles()).containsExactly("user");
        assertThat(token.isApiToken()).isTrue();
        assertThat(token.allows(Scope.TASKS_READ)).isTrue();
        assertThat(token.allows(Scope.TASKS_WRITE)).isFalse();
    }

    @Test
    void each_token_has_an_id_of_its_own() throws Exception {
        assertThat(aToken(false).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(aToken(false).getJWTClaimsSet().getJWTID());
    }

    private static SignedJWT aToken(boolean admin) throws Exception {
        return SignedJWT.parse(AccessTokens.sign(aUser(admin), SIGN_IN, NOW, NOW.plus(Duration.ofMinutes(15))));
    }

    private static User aUser(boolean admin) {
        return new User(ID, TestRegistrations.named("Miller"), "hash", admin, NOW);
    }

    private static List<String> groups(SignedJWT token) throws Exception {
        return token.getJWTClaimsSet().getStringListClaim("groups");
    }
}
