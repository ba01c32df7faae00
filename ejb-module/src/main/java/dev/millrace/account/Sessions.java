package dev.millrace.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
import dev.millrace.platform.id.UuidV7;

/**
 * Sessions of users. Each has a family of refresh tokens, and each token allows one use, or several within
 * {@link RefreshToken#GRACE}. Refreshing or ending a session locks its row, so no token outlives it.
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
    private ApiTokens apiTokens;

    @Inject
    private UsualAddresses usualAddresses;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<TokensRevoked> revoked;

    public Sessions() {}

    Sessions(EntityManager em, AccountSettings settings, Clock clock, Event<TokensRevoked> revoked) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        this.usualAddresses = new UsualAddresses(em, clock);
        this.apiTokens = new ApiTokens(em, clock, revoked);
        this.audit = new AuditLog(em, clock);
        this.revoked = revoked;
    }

    /**
     * Starts a session; see {@link Credentials#signIn}.
     *
     * @param checked the stored password of the comparison
     * @throws WrongCredentials if the account is deleted, or its password has changed meanwhile
     * @throws AccountDisabled if the account is disabled
     */
    public IssuedTokens start(StoredPassword checked, Client client) {
        User user = em.find(User.class, checked.user());
        if (user == null) {
            throw new WrongCredentials();
        }
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE); // an admin's change meanwhile applies to this sign-in, too
        if (!user.hasPassword(checked)) {
            throw new WrongCredentials();
        }
        if (user.isDisabled()) {
            throw new AccountDisabled();
        }
        Instant now = clock.instant();
        user.signIn(now);
        Session session = new Session(UuidV7.generate(), user.id(), now);
        session.use(client, now, settings);
        em.persist(session);
        em.flush(); // its tokens refer to it
        usualAddresses.remember(user.id(), client.address());
        audit.record(actor(user, client), new AuditedAction(ActionKind.SESSION_BEGIN, target(session), null));
        return issueTokens(user, session, now);
    }

    /** Records a rejected sign-in. */
    public void recordRejected(String username, Client client, String why) {
        audit.recordAnonymous(
                client.address(),
                new AuditedAction(
                        ActionKind.SESSION_REFUSED, username == null ? null : AuditTarget.user(username), why));
    }

    /**
     * Gives the next tokens for a refresh token. The same token at the same moment, from two tabs or a retried request,
     * gets further tokens of the same family.
     *
     * @return empty if the token is unknown, expired or used longer ago than {@link RefreshToken#GRACE}. Also empty if the
     *     session has reached its lifetime or the account is disabled. Then its whole family is revoked
     */
    public Optional<IssuedTokens> refresh(String refreshToken, Client client) {
        String hash = Sha256.of(refreshToken);
        Session session = lockByToken(hash);
        RefreshToken token = session == null ? null : em.find(RefreshToken.class, hash);
        if (token == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        User user = em.find(User.class, session.userId());
        boolean replayed = token.isReplayed(now);
        if (replayed) {
            audit.record(
                    actor(user, client),
                    new AuditedAction(ActionKind.SESSION_STOLEN, target(session), "A token was used twice."));
        }
        if (replayed || token.isExpired(now) || session.isOver(now, settings.sessionLifetime()) || user.isDisabled()) {
            delete(session);
            return Optional.empty();
        }
        token.use(now);
        session.use(client, now, settings);
        return Optional.of(issueTokens(user, session, now));
    }

    /** Ends the session of a refresh token; ignores an unknown one. */
    public void endByToken(String refreshToken, Client client) {
        Session session = lockByToken(Sha256.of(refreshToken));
        if (session != null) {
            delete(session);
            User user = em.find(User.class, session.userId());
            audit.record(actor(user, client), new AuditedAction(ActionKind.SESSION_END, target(session), null));
        }
    }

    /** @return the user's sessions, the latest first */
    public List<SessionView> listOf(UUID user) {
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
    public void endOwn(UUID id, Actor by) {
        Session session = em.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.userId().equals(by.id())) {
            throw new SessionNotFound(id);
        }
        delete(session);
        audit.record(by, new AuditedAction(ActionKind.SESSION_END, target(session), null));
    }

    /** Ends all of the caller's own sessions. */
    public void endAll(Actor by) {
        int ended = endAllOf(by.id(), null);
        audit.record(
                by, new AuditedAction(ActionKind.SESSION_END, AuditTarget.user(by.username()), "everywhere: " + ended));
    }

    /**
     * Changes the caller's own password and ends all other sessions; see {@link Credentials#changePassword}.
     *
     * @param checked the stored password of the comparison
     * @param newHash of the new one
     * @param endApiTokens whether the caller's API tokens end too
     * @param except the session that remains
     * @throws WrongPassword if the password has changed meanwhile
     * @throws SessionEnded if the account is deleted
     */
    public void changePassword(StoredPassword checked, String newHash, boolean endApiTokens, UUID except, Actor by) {
        User user = em.find(User.class, by.id());
        if (user == null) {
            throw new SessionEnded();
        }
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        if (!user.hasPassword(checked)) {
            throw new WrongPassword();
        }
        user.changePassword(newHash);
        audit.record(
                by,
                new AuditedAction(
                        ActionKind.ACCOUNT_PASSWORD,
                        AuditTarget.user(user.username()),
                        endEverythingOf(by.id(), except, endApiTokens)));
    }

    /**
     * Ends a user's sessions, and API tokens if that is wanted.
     *
     * @param except the session that remains, null = none
     * @return how many ended, for the audit log
     */
    public String endEverythingOf(UUID user, UUID except, boolean endApiTokens) {
        String sessions = "sessions: " + endAllOf(user, except);
        return endApiTokens ? sessions + ", API tokens: " + apiTokens.revokeAllOf(user) : sessions;
    }

    /**
     * @param except the session that remains, null = none
     * @return how many ended
     */
    public int endAllOf(UUID user, UUID except) {
        List<Session> all = em.createQuery(
                        "select s from Session s where s.userId = :user order by s.id", Session.class)
                .setParameter("user", user)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        List<Session> ended =
                all.stream().filter(session -> !session.id().equals(except)).toList();
        ended.forEach(this::delete);
        return ended.size();
    }

    private Session lockByToken(String hash) {
        return em.createQuery("select t.sessionId from RefreshToken t where t.hash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(family -> em.find(Session.class, family, LockModeType.PESSIMISTIC_WRITE))
                .orElse(null);
    }

    private void delete(Session session) {
        em.remove(session); // the database's cascade deletes its tokens
        revoked.fire(new TokensRevoked(session.id()));
    }

    private IssuedTokens issueTokens(User user, Session session, Instant now) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        em.persist(new RefreshToken(Sha256.of(refreshToken), session.id(), user.id(), session.expiresAt()));
        Duration rest = Duration.between(now, session.expiresAt());
        Duration access = rest.compareTo(settings.accessToken()) < 0 ? rest : settings.accessToken();
        String accessToken = AccessTokens.sign(user, session.id(), now, now.plus(access));
        return new IssuedTokens(accessToken, access, refreshToken, rest);
    }

    private static Actor actor(User user, Client client) {
        return new Actor(user.id(), user.username(), client.address());
    }

    private static AuditTarget target(Session session) {
        return new AuditTarget(AuditTarget.Kind.SESSION, session.id().toString());
    }
}
