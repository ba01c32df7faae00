package dev.millrace.account;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.millrace.account.TestKeys.privatePem;
import static dev.millrace.account.TestKeys.publicPem;
import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class TokenVerifierTest {
    private static final KeyPair OLD = TestKeys.pair(2_048);
    private static final KeyPair NEW = TestKeys.pair(2_048);
    private static final KeyPair FOREIGN = TestKeys.pair(2_048);
    private static final UUID USER = UUID.randomUUID();
    private static final UUID SID = UUID.randomUUID();

    private final TokenVerifier before = verifier(privatePem(OLD));
    private final TokenVerifier prepared = verifier(privatePem(OLD) + publicPem(NEW));
    private final TokenVerifier changed = verifier(privatePem(NEW) + publicPem(OLD));

    @Test
    void a_changed_key_leaves_the_tokens_of_the_former_one_valid() throws Exception {
        String former = token(OLD, claims -> {});
        String present = token(NEW, claims -> {});

        assertThat(prepared.verify(former)).isPresent();
        assertThat(prepared.verify(present))
                .as("on a node that does not sign with it yet")
                .isPresent();
        assertThat(changed.verify(former)).isPresent();
        assertThat(changed.verify(present)).isPresent();
        assertThat(before.verify(present)).isEmpty();
    }

    @Test
    void a_token_of_a_key_outside_the_set_is_rejected_under_any_key_id() throws Exception {
        assertThat(changed.verify(token(FOREIGN, claims -> {}))).isEmpty();
        assertThat(changed.verify(signed(FOREIGN, id(NEW), claims -> {}))).isEmpty();
        assertThat(changed.verify(signed(FOREIGN, null, claims -> {}))).isEmpty();
        assertThat(changed.verify(signed(NEW, id(OLD), claims -> {}))).isEmpty();
    }

    @Test
    void a_token_of_0_1_without_key_id_and_audience_stays_valid() throws Exception {
        String former = signed(OLD, null, claims -> claims.audience(List.of()));

        assertThat(before.verify(former)).isPresent();
        assertThat(changed.verify(former)).isPresent();
    }

    @Test
    void a_token_for_another_audience_is_rejected() throws Exception {
        assertThat(before.verify(token(OLD, claims -> claims.audience("elsewhere"))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.audience(List.of()))))
                .isEmpty();
        assertThat(before.verify(signed(OLD, null, claims -> claims.audience("elsewhere"))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.audience(List.of("elsewhere", "millrace")))))
                .isPresent();
    }

    @Test
    void a_token_of_another_issuer_is_rejected() throws Exception {
        assertThat(before.verify(token(OLD, claims -> claims.issuer("elsewhere"))))
                .isEmpty();
    }

    @Test
    void a_token_is_valid_until_it_expires() throws Exception {
        assertThat(before.verify(token(OLD, claims -> claims.expirationTime(at(1)))))
                .isPresent();
        assertThat(before.verify(token(OLD, claims -> claims.expirationTime(at(0)))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.expirationTime(null))))
                .isEmpty();
    }

    @Test
    void a_token_is_not_valid_before_its_time_but_clocks_may_differ_a_little() throws Exception {
        assertThat(before.verify(token(OLD, claims -> claims.notBeforeTime(at(0)))))
                .isPresent();
        assertThat(before.verify(token(OLD, claims -> claims.notBeforeTime(at(30)))))
                .isPresent();
        assertThat(before.verify(token(OLD, claims -> claims.notBeforeTime(at(31)))))
                .isEmpty();
    }

    @Test
    void no_other_algorithm_counts() throws Exception {
        JWTClaimsSet claims = claims().build();
        SignedJWT hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(id(OLD))
                        .build(),
                claims);
        hmac.sign(new MACSigner(OLD.getPublic().getEncoded()));
        SignedJWT otherHash = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512)
                        .type(JOSEObjectType.JWT)
                        .keyID(id(OLD))
                        .build(),
                claims);
        otherHash.sign(new RSASSASigner(OLD.getPrivate()));

        assertThat(before.verify(hmac.serialize())).isEmpty();
        assertThat(before.verify(otherHash.serialize())).isEmpty();
        assertThat(before.verify(new PlainJWT(claims).serialize())).isEmpty();
    }

    @Test
    void a_token_whose_claims_cannot_be_read_is_rejected() throws Exception {
        assertThat(before.verify(token(OLD, claims -> claims.subject("miller"))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.subject(null)))).isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.claim("sid", null))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.claim("upn", null))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.claim("groups", null))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.claim("groups", List.of(1)))))
                .isEmpty();
        assertThat(before.verify(token(OLD, claims -> claims.claim("scope", 7))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "...", "no.token.at-all", "e30.e30.e30", "\u0000", "eyJhbGciOiJSUzI1NiJ9..", "💥"
            })
    void a_text_that_is_no_token_is_rejected(String text) {
        assertThat(before.verify(text)).isEmpty();
    }

    @Test
    void an_altered_token_is_rejected() throws Exception {
        String[] parts = token(OLD, claims -> {}).split("\\.");
        String[] others = token(OLD, claims -> claims.claim("groups", List.of("user", "admin")))
                .split("\\.");

        assertThat(before.verify(parts[0] + "." + others[1] + "." + parts[2])).isEmpty();
        assertThat(before.verify(parts[0] + "." + parts[1] + ".AAAA")).isEmpty();
    }

    private static TokenVerifier verifier(String pem) {
        return new TokenVerifier(KeySet.parse(pem), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Date at(long seconds) {
        return Date.from(Instant.ofEpochSecond(NOW.getEpochSecond()).plusSeconds(seconds));
    }

    private static String token(KeyPair pair, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return signed(pair, id(pair), change);
    }

    private static String signed(KeyPair pair, String kid, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(pair.getPrivate()));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("millrace")
                .audience("millrace")
                .subject(USER.toString())
                .claim("upn", "Miller")
                .claim("sid", SID.toString())
                .claim("groups", List.of("user"))
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(15))));
    }

    private static String id(KeyPair pair) throws Exception {
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .keyIDFromThumbprint()
                .build()
                .getKeyID();
    }
}
