package dev.millrace.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.digest.Sha256;
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

    @Inject
    private Event<SignInRevoked> revoked;

    public Sessions() {}

    Sessions(EntityManager em, AccountSettings settings, Clock clock, Event<SignInRevoked> revoked) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        this.revoked = revoked;
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
        RefreshToken token = em.find(RefreshToken.class, Sha256.of(refreshToken), LockModeType.PESSIMISTIC_WRITE);
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
        RefreshToken token = em.find(RefreshToken.class, Sha256.of(refreshToken));
        if (token != null) {
            revoke(token.family());
        }
    }

    /** @return whether a sign-in, by the claim {@code sid} of its access tokens, is not revoked */
    public boolean isOn(UUID signIn) {
        return em.createQuery("select count(t) from RefreshToken t where t.family = :family", Long.class)
                        .setParameter("family", signIn)
                        .getSingleResult()
                > 0;
    }

    private void revoke(UUID family) {
        em.createQuery("delete from RefreshToken t where t.family = :family")
                .setParameter("family", family)
                .executeUpdate();
        revoked.fire(new SignInRevoked(family));
    }

    private SignedIn next(User user, UUID family) {
        Instant now = clock.instant();
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        em.persist(new RefreshToken(Sha256.of(refreshToken), family, user.id(), now.plus(settings.refreshToken())));
        String accessToken = AccessTokens.sign(user, family, now, now.plus(settings.accessToken()));
        return new SignedIn(accessToken, settings.accessToken(), refreshToken, settings.refreshToken());
    }
}
