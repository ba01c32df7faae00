package dev.millrace.account;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Verifies access tokens and API tokens: signature, issuer, audience, and the time for which they are valid.
 * {@link RevocationCache} decides whether a token is revoked. Any thread may call it.
 */
@ApplicationScoped
public class TokenVerifier {
    /** Clocks of nodes may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private KeySet keys;
    private Clock clock;

    /** For the container. */
    protected TokenVerifier() {}

    @Inject
    public TokenVerifier(Clock clock) {
        this(SigningKeys.keys(), clock);
    }

    TokenVerifier(KeySet keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param text a token, or anything else that came in its place
     * @return empty unless it is valid now
     */
    public Optional<VerifiedToken> verify(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!isSignedByUs(token)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean valid = SigningKeys.ISSUER.equals(claims.getIssuer())
                    && isForUs(token.getHeader(), claims)
                    && isTimely(claims, clock.instant());
            return valid ? Optional.of(read(claims)) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty(); // The text is no token of ours; anybody can send one.
        }
    }

    private boolean isSignedByUs(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || !JOSEObjectType.JWT.equals(header.getType())) {
            return false;
        }
        for (RSAKey key : keys.verifiers(header.getKeyID())) {
            if (token.verify(new RSASSAVerifier(key.toRSAPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    /** Tokens of 0.1 have neither a key id nor an audience. */
    private static boolean isForUs(JWSHeader header, JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        return audience.contains(SigningKeys.AUDIENCE) || audience.isEmpty() && header.getKeyID() == null;
    }

    private static boolean isTimely(JWTClaimsSet claims, Instant now) {
        Date end = claims.getExpirationTime();
        Date begin = claims.getNotBeforeTime();
        return end != null
                && now.isBefore(end.toInstant())
                && (begin == null || !now.plus(CLOCK_SKEW).isBefore(begin.toInstant()));
    }

    private static VerifiedToken read(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim("scope");
        return new VerifiedToken(
                UUID.fromString(required(claims.getSubject())),
                required(claims.getStringClaim("upn")),
                UUID.fromString(required(claims.getStringClaim("sid"))),
                Set.copyOf(required(claims.getStringListClaim("groups"))),
                scope == null ? null : Scope.parseClaim(scope),
                claims.getExpirationTime().toInstant());
    }

    private static <T> T required(T claim) throws ParseException {
        if (claim == null) {
            throw new ParseException("A claim is missing.", 0);
        }
        return claim;
    }
}
