package dev.millrace.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.node.Node;

/** Sessions of signed-in people: a family of refresh tokens, each good for one use. */
@Stateless
public class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    public Sessions() {}

    Sessions(EntityManager em, AccountSettings settings, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws WrongCredentials if there is no such user or the password is another */
    public SignedIn begin(String username, String password) {
        return next(new Accounts(em, clock).authenticate(username, password), Node.newId());
    }

    /**
     * Gives the next tokens for a refresh token.
     *
     * @return empty if the token is unknown, over or was used before; then its whole family is revoked
     */
    public Optional<SignedIn> goOn(String refreshToken) {
        RefreshToken token = em.find(RefreshToken.class, hash(refreshToken), LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            return Optional.empty();
        }
        if (token.isUsed() || token.isOver(clock.instant())) {
            revoke(token.family());
            return Optional.empty();
        }
        token.use();
        return Optional.of(next(em.find(User.class, token.userId()), token.family()));
    }

    /** Ends the session of a refresh token; an unknown one does no harm. */
    public void end(String refreshToken) {
        RefreshToken token = em.find(RefreshToken.class, hash(refreshToken));
        if (token != null) {
            revoke(token.family());
        }
    }

    private void revoke(UUID family) {
        em.createQuery("delete from RefreshToken t where t.family = :family")
                .setParameter("family", family)
                .executeUpdate();
    }

    private SignedIn next(User user, UUID family) {
        Instant now = clock.instant();
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        em.persist(new RefreshToken(hash(refreshToken), family, user.id(), now.plus(settings.refreshToken())));
        String accessToken = AccessTokens.sign(user, now, now.plus(settings.accessToken()));
        return new SignedIn(accessToken, settings.accessToken(), refreshToken, settings.refreshToken());
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
