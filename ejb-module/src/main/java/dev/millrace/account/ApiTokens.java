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

import dev.millrace.audit.Action;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.Deed;
import dev.millrace.audit.Subject;

/** People's tokens for their scripts. */
@Stateless
public class ApiTokens {
    static final int MOST = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<SignInRevoked> revoked;

    public ApiTokens() {}

    ApiTokens(EntityManager em, Clock clock, Event<SignInRevoked> revoked) {
        this.em = em;
        this.clock = clock;
        this.audit = new AuditLog(em, clock);
        this.revoked = revoked;
    }

    /**
     * A token that has just been made.
     *
     * @param text the token itself, a JWT, which nobody can read again
     */
    public record Made(ApiTokenView token, String text) {}

    /**
     * Makes one for the caller.
     *
     * @throws TooManyApiTokens if there are {@value #MOST}
     * @throws SessionOver if the account is gone
     */
    public Made make(ApiToken.Wish wish, Actor by) {
        User user = em.find(User.class, by.id(), LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw new SessionOver();
        }
        if (of(by.id()).size() >= MOST) {
            throw new TooManyApiTokens(MOST);
        }
        ApiToken token = new ApiToken(user.id(), wish, clock.instant());
        em.persist(token);
        String details = Scope.claim(wish.scopes()) + ", until " + token.expiresAt();
        audit.add(by, new Deed(Action.TOKEN_CREATE, subject(token), details));
        return new Made(token.view(), AccessTokens.sign(user, token));
    }

    /** @return those of a person that are good, the latest first */
    public List<ApiTokenView> of(UUID user) {
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
        revoked.fire(new SignInRevoked(id));
        audit.add(by, new Deed(Action.TOKEN_REVOKE, subject(token), null));
    }

    private static Subject subject(ApiToken token) {
        return new Subject(Subject.Kind.TOKEN, token.name());
    }
}
