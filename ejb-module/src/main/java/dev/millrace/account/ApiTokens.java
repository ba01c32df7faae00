package dev.millrace.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;

/** Users' API tokens for their scripts. */
@Stateless
public class ApiTokens {
    static final int MAX_PER_USER = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<TokensRevoked> revoked;

    public ApiTokens() {}

    ApiTokens(EntityManager em, Clock clock, Event<TokensRevoked> revoked) {
        this.em = em;
        this.clock = clock;
        this.audit = new AuditLog(em, clock);
        this.revoked = revoked;
    }

    /**
     * A new token.
     *
     * @param text the token itself, a JWT, which cannot be read again
     */
    public record CreatedToken(ApiTokenView token, String text) {}

    /**
     * Makes one for the caller.
     *
     * @throws TooManyApiTokens if there are {@value #MOST}
     * @throws SessionEnded if the account is deleted
     */
    public CreatedToken create(ApiToken.TokenRequest request, Actor by) {
        User user = em.find(User.class, by.id(), LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw new SessionEnded();
        }
        if (listOf(by.id()).size() >= MAX_PER_USER) {
            throw new TooManyApiTokens(MAX_PER_USER);
        }
        ApiToken token = new ApiToken(user.id(), request, clock.instant());
        em.persist(token);
        String details = Scope.claim(request.scopes()) + ", until " + token.expiresAt();
        audit.record(by, new AuditedAction(ActionKind.TOKEN_CREATE, subject(token), details));
        return new CreatedToken(token.view(), AccessTokens.sign(user, token));
    }

    /** @return the valid ones of a user, the latest first */
    public List<ApiTokenView> listOf(UUID user) {
        Instant now = clock.instant();
        return em.createQuery(
                        "select t from ApiToken t where t.userId = :user and t.expiresAt > :now order by t.id desc",
                        ApiToken.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .getResultStream()
                .map(ApiToken::view)
                .toList();
    }

    /**
     * Revokes one of the caller's own.
     *
     * @throws ApiTokenNotFound if there is none
     */
    public void revoke(UUID id, Actor by) {
        ApiToken token = em.find(ApiToken.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (token == null || !token.userId().equals(by.id())) {
            throw new ApiTokenNotFound(id);
        }
        em.remove(token);
        revoked.fire(new TokensRevoked(id));
        audit.record(by, new AuditedAction(ActionKind.TOKEN_REVOKE, subject(token), null));
    }

    /**
     * Revokes all of a user.
     *
     * @return how many were valid
     */
    public int revokeAllOf(UUID user) {
        List<ApiToken> all = em.createQuery(
                        "select t from ApiToken t where t.userId = :user order by t.id", ApiToken.class)
                .setParameter("user", user)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        all.forEach(token -> {
            em.remove(token);
            revoked.fire(new TokensRevoked(token.id()));
        });
        Instant now = clock.instant();
        return (int)
                all.stream().filter(token -> token.expiresAt().isAfter(now)).count();
    }

    private static AuditTarget subject(ApiToken token) {
        return new AuditTarget(AuditTarget.Kind.TOKEN, token.name());
    }
}
