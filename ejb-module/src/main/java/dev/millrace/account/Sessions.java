package dev.millrace.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
import dev.millrace.platform.digest.Sha256;
import dev.millrace.platform.node.Node;

/**
 * Sessions of signed-in people: each a sign-in with its family of refresh tokens, of which each is good for one use.
 * Whoever goes on with a sign-in or ends it has its row locked, so that no token outlives it.
 */
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
    private AuditLog audit;

    @Inject
    private Event<TokensRevoked> revoked;

    public Sessions() {}

    Sessions(EntityManager em, AccountSettings settings, Clock clock, Event<TokensRevoked> revoked) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        this.audit = new AuditLog(em, clock);
        this.revoked = revoked;
    }

    /**
     * Begins a session; see {@link Credentials#signIn}.
     *
     * @param checked what the password was compared with
     * @throws WrongCredentials if the account is gone, or its password another meanwhile
     * @throws AccountDisabled if the account is disabled
     */
    public IssuedTokens begin(StoredPassword checked, Client client) {
        User user = em.find(User.class, checked.user());
        if (user == null) {
            throw new WrongCredentials();
        }
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE); // what an admin changes meanwhile holds for this sign-in, too
        if (!user.hasPassword(checked)) {
            throw new WrongCredentials();
        }
        if (user.isDisabled()) {
            throw new AccountDisabled();
        }
        Instant now = clock.instant();
        user.signIn(now);
        Session signIn = new Session(Node.newId(), user.id(), now);
        signIn.see(client, now, now.plus(settings.refreshToken()));
        em.persist(signIn);
        em.flush(); // its tokens refer to it
        audit.add(actor(user, client), new AuditedAction(ActionKind.SESSION_BEGIN, session(signIn), null));
        return next(user, signIn, now);
    }

    /** Writes down that somebody could not sign in. */
    public void noteRefused(String username, Client client, String why) {
        audit.addUnknown(
                client.address(),
                new AuditedAction(
                        ActionKind.SESSION_REFUSED, username == null ? null : AuditTarget.user(username), why));
    }

    /**
     * Gives the next tokens for a refresh token.
     *
     * @return empty if the token is unknown, over or was used before, or the account is disabled; then its whole family is
     *     revoked
     */
    public Optional<IssuedTokens> goOn(String refreshToken, Client client) {
        String hash = Sha256.of(refreshToken);
        Session signIn = lockedOf(hash);
        RefreshToken token = signIn == null ? null : em.find(RefreshToken.class, hash);
        if (token == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        User user = em.find(User.class, signIn.userId());
        if (token.isUsed()) {
            audit.add(
                    actor(user, client),
                    new AuditedAction(ActionKind.SESSION_STOLEN, session(signIn), "A token was used twice."));
        }
        if (token.isUsed() || token.isOver(now) || user.isDisabled()) {
            end(signIn);
            return Optional.empty();
        }
        token.use();
        signIn.see(client, now, now.plus(settings.refreshToken()));
        return Optional.of(next(user, signIn, now));
    }

    /** Ends the session of a refresh token; an unknown one does no harm. */
    public void end(String refreshToken, Client client) {
        Session signIn = lockedOf(Sha256.of(refreshToken));
        if (signIn != null) {
            end(signIn);
            User user = em.find(User.class, signIn.userId());
            audit.add(actor(user, client), new AuditedAction(ActionKind.SESSION_END, session(signIn), null));
        }
    }

    /** @return where a person is signed in, the latest first */
    public List<SessionView> of(UUID user) {
        return em.createQuery(
                        "select s from Session s where s.userId = :user and s.expiresAt > :now order by s.id desc",
                        Session.class)
                .setParameter("user", user)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(Session::view)
                .toList();
    }

    /**
     * Ends one of the caller's own sessions.
     *
     * @throws SessionNotFound if there is none
     */
    public void end(UUID id, Actor by) {
        Session signIn = em.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (signIn == null || !signIn.userId().equals(by.id())) {
            throw new SessionNotFound(id);
        }
        end(signIn);
        audit.add(by, new AuditedAction(ActionKind.SESSION_END, session(signIn), null));
    }

    /** Ends all of the caller's own sessions. */
    public void endAll(Actor by) {
        int ended = endAllOf(by.id(), null);
        audit.add(
                by, new AuditedAction(ActionKind.SESSION_END, AuditTarget.user(by.username()), "everywhere: " + ended));
    }

    /**
     * Changes the caller's own password and ends all other sessions; see {@link Credentials#changePassword}.
     *
     * @param checked what the present password was compared with
     * @param wantedHash of the new one
     * @param session the one to go on
     * @throws WrongPassword if the password is another meanwhile
     * @throws SessionOver if the account is gone
     */
    public void changePassword(StoredPassword checked, String wantedHash, UUID session, Actor by) {
        User user = em.find(User.class, by.id());
        if (user == null) {
            throw new SessionOver();
        }
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        if (!user.hasPassword(checked)) {
            throw new WrongPassword();
        }
        user.changePassword(wantedHash);
        audit.add(by, new AuditedAction(ActionKind.ACCOUNT_PASSWORD, AuditTarget.user(user.username()), null));
        endAllOf(by.id(), session);
    }

    /**
     * @param except the one to go on, null = none
     * @return how many ended
     */
    public int endAllOf(UUID user, UUID except) {
        List<Session> all = em.createQuery(
                        "select s from Session s where s.userId = :user order by s.id", Session.class)
                .setParameter("user", user)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        List<Session> ended =
                all.stream().filter(signIn -> !signIn.id().equals(except)).toList();
        ended.forEach(this::end);
        return ended.size();
    }

    private Session lockedOf(String hash) {
        return em.createQuery("select t.sessionId from RefreshToken t where t.hash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(family -> em.find(Session.class, family, LockModeType.PESSIMISTIC_WRITE))
                .orElse(null);
    }

    private void end(Session signIn) {
        em.remove(signIn); // its tokens go with it, by the database's cascade
        revoked.fire(new TokensRevoked(signIn.id()));
    }

    private IssuedTokens next(User user, Session signIn, Instant now) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        em.persist(new RefreshToken(Sha256.of(refreshToken), signIn.id(), user.id(), signIn.expiresAt()));
        String accessToken = AccessTokens.sign(user, signIn.id(), now, now.plus(settings.accessToken()));
        return new IssuedTokens(accessToken, settings.accessToken(), refreshToken, settings.refreshToken());
    }

    private static Actor actor(User user, Client client) {
        return new Actor(user.id(), user.username(), client.address());
    }

    private static AuditTarget session(Session signIn) {
        return new AuditTarget(AuditTarget.Kind.SESSION, signIn.id().toString());
    }
}
