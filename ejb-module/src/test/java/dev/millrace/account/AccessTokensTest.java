package dev.millrace.account;

import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class AccessTokensTest {
    private static final UUID ID = UUID.randomUUID();
    private static final UUID SIGN_IN = UUID.randomUUID();

    @Test
    void a_token_says_what_microprofile_jwt_wants_to_know() throws Exception {
        SignedJWT token = aToken(false);
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getIssuer()).isEqualTo(new JwtConfigSource().getValue("mp.jwt.verify.issuer"));
        assertThat(claims.getSubject()).isEqualTo(ID.toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("Miller");
        assertThat(claims.getStringClaim("sid")).isEqualTo(SIGN_IN.toString());
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void the_groups_are_the_roles() throws Exception {
        assertThat(groups(aToken(false))).containsExactly("user");
        assertThat(groups(aToken(true))).containsExactlyInAnyOrder("user", "admin");
    }

    @Test
    void the_public_key_that_the_container_is_told_verifies_it() throws Exception {
        String pem = new JwtConfigSource().getValue("mp.jwt.verify.publickey");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));

        assertThat(aToken(false).verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void each_token_has_an_id_of_its_own() throws Exception {
        assertThat(aToken(false).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(aToken(false).getJWTClaimsSet().getJWTID());
    }

    @Test
    void no_other_key_of_the_configuration_is_answered() {
        assertThat(new JwtConfigSource().getValue("millrace.redis.url")).isNull();
    }

    private static SignedJWT aToken(boolean admin) throws Exception {
        User user = new User(ID, TestRegistrations.named("Miller"), "hash", admin, NOW);
        return SignedJWT.parse(AccessTokens.sign(user, SIGN_IN, NOW, NOW.plus(Duration.ofMinutes(15))));
    }

    private static List<String> groups(SignedJWT token) throws Exception {
        return token.getJWTClaimsSet().getStringListClaim("groups");
    }
}
