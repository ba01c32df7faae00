package dev.millrace.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.platform.id.UuidV7;
import dev.millrace.platform.problem.Causes;

/** The accounts in SQL. */
@Stateless
public class Accounts {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The names that H2 and PostgreSQL give to the constraints that make usernames and e-mail addresses unique. */
    private static final Pattern UNIQUE_NAME =
            Pattern.compile("mr_user(?:_|\\()(username|email)_key", Pattern.CASE_INSENSITIVE);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    public Accounts() {}

    Accounts(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.audit = new AuditLog(em, clock);
    }

    /**
     * Opens an account; see {@link Credentials#register}.
     *
     * @param passwordHash of the registration's password
     * @param address of the client, null if unknown
     * @throws NameTaken if the username or the e-mail address is another's, upper and lower case being the same
     */
    public Profile register(Registration registration, String passwordHash, String address) {
        Profile profile = create(registration, passwordHash, false);
        audit.recordAnonymous(
                address, new AuditedAction(ActionKind.ACCOUNT_REGISTER, AuditTarget.user(profile.username()), null));
        return profile;
    }

    /** Opens an admin's account. Errors as for {@link #register}. */
    public Profile createAdmin(Registration registration, String passwordHash) {
        return create(registration, passwordHash, true);
    }

    /** @throws NameTaken if the username or the e-mail address is another's, upper and lower case being the same */
    public void throwIfTaken(Registration registration) {
        if (findByUsername(registration.username()).isPresent()) {
            throw NameTaken.username();
        }
        if (!findBy("emailKey", registration.email()).isEmpty()) {
            throw NameTaken.email();
        }
    }

    public boolean isRegistered(String username) {
        return findByUsername(username).isPresent();
    }

    private Profile create(Registration registration, String passwordHash, boolean admin) {
        throwIfTaken(registration);
        User user = new User(UuidV7.generate(), registration, passwordHash, admin, clock.instant());
        em.persist(user);
        flush();
        return user.profile();
    }

    /** @throws NameTaken if another transaction was faster */
    private void flush() {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw Causes.of(e)
                    .map(cause -> UNIQUE_NAME.matcher(String.valueOf(cause.getMessage())))
                    .filter(Matcher::find)
                    .findFirst()
                    .<RuntimeException>map(unique ->
                            unique.group(1).equalsIgnoreCase("email") ? NameTaken.email() : NameTaken.username())
                    .orElse(e);
        }
    }

    /** @param username may be null: no user's */
    public Optional<StoredPassword> storedPassword(String username) {
        return username == null ? Optional.empty() : findByUsername(username).map(User::storedPassword);
    }

    public Optional<StoredPassword> storedPassword(UUID id) {
        return Optional.ofNullable(em.find(User.class, id)).map(User::storedPassword);
    }

    /** @throws SessionEnded if the account is deleted */
    public Profile profile(UUID id) {
        return user(id).profile();
    }

    /**
     * Changes the caller's own profile.
     *
     * @throws NameTaken if the e-mail address is another's
     * @throws SessionEnded if the account is deleted
     */
    public Profile change(ProfileUpdate update, Actor by) {
        User user = user(by.id());
        if (findBy("emailKey", update.email()).stream().anyMatch(other -> other != user)) {
            throw NameTaken.email();
        }
        user.change(update);
        flush();
        audit.record(by, new AuditedAction(ActionKind.ACCOUNT_PROFILE, AuditTarget.user(user.username()), null));
        return user.profile();
    }

    /** @return the id of the user with this id or username */
    public Optional<UUID> findId(String idOrUsername) {
        if (UUID_TEXT.matcher(idOrUsername).matches()) {
            return Optional.ofNullable(em.find(User.class, UUID.fromString(idOrUsername)))
                    .map(User::id);
        }
        return findByUsername(idOrUsername).map(User::id);
    }

    /** @return the usernames of the existing accounts among these */
    public Map<UUID, String> usernames(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select u.id, u.username from User u where u.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private User user(UUID id) {
        User user = em.find(User.class, id);
        if (user == null) {
            throw new SessionEnded();
        }
        return user;
    }

    private Optional<User> findByUsername(String username) {
        return findBy("usernameKey", username).stream().findFirst();
    }

    private List<User> findBy(String attribute, String value) {
        return em.createQuery("select u from User u where u." + attribute + " = :value", User.class)
                .setParameter("value", User.key(value))
                .getResultList();
    }
}
