package dev.millrace.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.platform.persistence.LikePattern;

/** The accounts of all users, for admins. */
@Stateless
public class UserDirectory {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<TokensRevoked> revoked;

    public UserDirectory() {}

    UserDirectory(EntityManager em, AccountSettings settings, Clock clock, Event<TokensRevoked> revoked) {
        this.em = em;
        this.sessions = new Sessions(em, settings, clock, revoked);
        this.audit = new AuditLog(em, clock);
        this.revoked = revoked;
    }

    /**
     * Condition for accounts; null = all.
     *
     * @param text found in the username, the e-mail address or the name
     */
    public record Filter(String text, Role role, Boolean disabled) {}

    /**
     * Changes to an account; null = as before.
     *
     * @param roles all of them; {@link Role#USER} is implied
     */
    public record Change(Set<Role> roles, Boolean disabled) {}

    /**
     * @param before only accounts older than this one, or null
     * @return the matching accounts, newest first; one more than the limit if there are more
     */
    public List<Account> find(Filter filter, UUID before, int limit) {
        StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        Map<String, Object> values = new HashMap<>();
        if (filter.text() != null) {
            where.add("(u.usernameKey like :text escape '!' or u.emailKey like :text escape '!'"
                    + " or lower(u.firstName) like :text escape '!' or lower(u.lastName) like :text escape '!')");
            values.put("text", LikePattern.containing(filter.text()));
        }
        if (filter.role() == Role.ADMIN) {
            where.add("u.admin = true");
        } else if (filter.role() == Role.AUDITOR) {
            where.add("u.auditor = true");
        }
        if (filter.disabled() != null) {
            where.add("u.disabled = :disabled");
            values.put("disabled", filter.disabled());
        }
        if (before != null) {
            where.add("u.id < :before");
            values.put("before", before);
        }
        TypedQuery<User> query = em.createQuery("select u from User u" + where + " order by u.id desc", User.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit + 1)
                .getResultStream()
                .map(User::account)
                .toList();
    }

    /** @throws UserNotFound if there is no such user */
    public Account get(UUID id) {
        return throwIfMissing(id, em.find(User.class, id)).account();
    }

    /**
     * Changes roles or disables an account. A lost role or a disabled account ends all sessions of the user, since
     * tokens carry the roles.
     *
     * @throws UserNotFound if there is no such user
     * @throws OwnAccount if it is the caller's own
     * @throws LastAdmin if no admin that may sign in would remain
     */
    public Account change(UUID id, Change change, Actor by) {
        List<User> admins = em.createQuery("select u from User u where u.admin = true order by u.id", User.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE) // so that no two demote each other
                .getResultList();
        User user = throwIfMissing(id, em.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
        if (id.equals(by.id())) {
            throw new OwnAccount();
        }
        Set<Role> had = user.roles();
        boolean wasDisabled = user.isDisabled();
        if (change.roles() != null) {
            user.setRoles(change.roles());
        }
        if (change.disabled() != null) {
            user.setDisabled(change.disabled());
        }
        throwIfLastAdmin(admins, user, had.contains(Role.ADMIN) && !wasDisabled);
        if (!user.roles().equals(had)) {
            String details = names(had) + " → " + names(user.roles());
            audit.record(by, new AuditedAction(ActionKind.USER_ROLES, AuditTarget.user(user.username()), details));
        }
        if (user.isDisabled() != wasDisabled) {
            ActionKind action = wasDisabled ? ActionKind.USER_ENABLE : ActionKind.USER_DISABLE;
            audit.record(by, new AuditedAction(action, AuditTarget.user(user.username()), null));
        }
        if (user.isDisabled() || !user.roles().containsAll(had)) {
            sessions.endAllOf(id, null);
        }
        if (user.isDisabled()) {
            apiTokens(id).forEach(token -> revoked.fire(new TokensRevoked(token)));
        }
        return user.account();
    }

    /**
     * Ends all sessions of a user.
     *
     * @param endApiTokens whether the user's API tokens end too
     * @throws UserNotFound if there is no such user
     */
    public void signOut(UUID id, boolean endApiTokens, Actor by) {
        User user = throwIfMissing(id, em.find(User.class, id));
        String ended = sessions.endEverythingOf(id, null, endApiTokens);
        audit.record(by, new AuditedAction(ActionKind.USER_SIGN_OUT, AuditTarget.user(user.username()), ended));
    }

    private static void throwIfLastAdmin(List<User> admins, User changed, boolean countedBefore) {
        boolean counts = changed.roles().contains(Role.ADMIN) && !changed.isDisabled();
        if (countedBefore && !counts && admins.stream().allMatch(admin -> admin == changed || admin.isDisabled())) {
            throw new LastAdmin();
        }
    }

    private List<UUID> apiTokens(UUID user) {
        return em.createQuery("select t.id from ApiToken t where t.userId = :user", UUID.class)
                .setParameter("user", user)
                .getResultList();
    }

    private static User throwIfMissing(UUID id, User user) {
        if (user == null) {
            throw new UserNotFound(id);
        }
        return user;
    }

    private static String names(Set<Role> roles) {
        return String.join(", ", new TreeSet<>(roles).stream().map(Role::text).toList());
    }
}
