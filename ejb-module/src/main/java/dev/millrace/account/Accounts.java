package dev.millrace.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

import dev.millrace.node.Node;

/** The accounts there are. */
@Stateless
public class Accounts {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    public Accounts() {}

    Accounts(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @throws NameTaken if the username or the e-mail address is another's, upper and lower case being the same
     */
    public Profile register(Registration registration) {
        return open(registration, false);
    }

    /** Opens an admin's account. Errors as for {@link #register}. */
    public Profile openAdmin(Registration registration) {
        return open(registration, true);
    }

    public boolean isRegistered(String username) {
        return named(username).isPresent();
    }

    private Profile open(Registration registration, boolean admin) {
        if (named(registration.username()).isPresent()) {
            throw NameTaken.username();
        }
        if (!with("emailKey", registration.email()).isEmpty()) {
            throw NameTaken.email();
        }
        User user =
                new User(Node.newId(), registration, Passwords.hash(registration.password()), admin, clock.instant());
        try {
            em.persist(user);
            em.flush();
        } catch (PersistenceException e) {
            throw NameTaken.username();
        }
        return user.profile();
    }

    /** @throws WrongCredentials if there is no such user or the password is another */
    User authenticate(String username, String password) {
        Optional<User> user = username == null ? Optional.empty() : named(username);
        if (!Passwords.matches(
                password == null ? "" : password, user.map(User::passwordHash).orElse(null))) {
            throw new WrongCredentials();
        }
        return user.orElseThrow();
    }

    /** @throws SessionOver if the account is gone */
    public Profile profile(UUID id) {
        User user = em.find(User.class, id);
        if (user == null) {
            throw new SessionOver();
        }
        return user.profile();
    }

    /** @return the id of the user with this id or username */
    public Optional<UUID> known(String idOrUsername) {
        if (UUID_TEXT.matcher(idOrUsername).matches()) {
            return Optional.ofNullable(em.find(User.class, UUID.fromString(idOrUsername)))
                    .map(User::id);
        }
        return named(idOrUsername).map(User::id);
    }

    private Optional<User> named(String username) {
        return with("usernameKey", username).stream().findFirst();
    }

    private List<User> with(String attribute, String value) {
        return em.createQuery("select u from User u where u." + attribute + " = :value", User.class)
                .setParameter("value", User.key(value))
                .getResultList();
    }
}
