package dev.millrace.account;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Signs access tokens with the claims of MicroProfile JWT; {@link TokenVerifier} reads them. */
final class AccessTokens {
    private AccessTokens() {}

    /** @param sessionId origin of the token, its claim {@code sid} */
    static String sign(User user, UUID sessionId, Instant now, Instant expiresAt) {
        return signed(claims(user, sessionId, now, expiresAt)
                .claim("groups", List.copyOf(user.roleNames()))
                .jwtID(UUID.randomUUID().toString()));
    }

    /** A token that is valid for its scopes only and never permits more than its user may do. */
    static String sign(User user, ApiToken token) {
        return signed(claims(user, token.id(), token.createdAt(), token.expiresAt())
                .claim("groups", List.of(Role.USER.text()))
                .claim("scope", Scope.claim(token.scopes()))
                .jwtID(token.id().toString()));
    }

    private static JWTClaimsSet.Builder claims(User user, UUID origin, Instant now, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .issuer(SigningKeys.ISSUER)
                .audience(SigningKeys.AUDIENCE)
                .subject(user.id().toString())
                .claim("upn", user.username())
                .claim("sid", origin.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        RSAKey key = SigningKeys.keys().signer();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key.toPrivateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
