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
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Signs access tokens as MicroProfile JWT wants them. */
final class AccessTokens {
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();

    private AccessTokens() {}

    /** @param signIn what the token came from, its claim {@code sid} */
    static String sign(User user, UUID signIn, Instant now, Instant expiresAt) {
        SignedJWT token = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .issuer(SigningKeys.ISSUER)
                        .subject(user.id().toString())
                        .claim("upn", user.username())
                        .claim("sid", signIn.toString())
                        .claim("groups", List.copyOf(user.roles()))
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expiresAt))
                        .build());
        try {
            token.sign(new RSASSASigner(SigningKeys.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
