package dev.millrace.account;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.Actor;

/**
 * Registers, signs in and changes passwords. It reads, hashes and writes one after the other: it has no transaction
 * open while it hashes a password. Each call may throw {@link PasswordsBusy}.
 */
@ApplicationScoped
public class Credentials {
    private Accounts accounts;
    private Sessions sessions;
    private LoginThrottle throttle;
    private PasswordPermits permits;

    /** For the container. */
    protected Credentials() {}

    @Inject
    public Credentials(Accounts accounts, Sessions sessions, LoginThrottle throttle, PasswordPermits permits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.permits = permits;
    }

    /**
     * Opens an account.
     *
     * @param address of the client, null if unknown
     * @throws NameTaken if the username or the e-mail address is another's, upper and lower case being the same
     */
    public Profile register(Registration registration, String address) {
        accounts.throwIfTaken(registration);
        return accounts.register(registration, hash(registration.password()), address);
    }

    /** Opens an admin's account. Errors as for {@link #register}. */
    public Profile createAdmin(Registration registration) {
        return accounts.createAdmin(registration, hash(registration.password()));
    }

    /**
     * Starts a session. It records a rejection.
     *
     * @param username as given, may be null
     * @param password as given, may be null
     * @throws WrongCredentials if there is no such user or the password is wrong
     * @throws AccountDisabled if the account is disabled
     * @throws TooManyAttempts if there were too many wrong passwords
     */
    public IssuedTokens signIn(String username, String password, Client client) {
        try {
            StoredPassword right = throttle.check(
                            username, client.address(), () -> verify(accounts.storedPassword(username), password))
                    .orElseThrow(WrongCredentials::new);
            return sessions.start(right, client);
        } catch (WrongCredentials | AccountDisabled e) {
            sessions.recordRejected(username, client, e.title());
            throw e;
        }
    }

    /**
     * Changes the caller's own password and ends all other sessions.
     *
     * @param current the caller's present password
     * @param session the caller's, which remains
     * @throws WrongPassword if {@code current} is wrong
     * @throws dev.millrace.platform.problem.InvalidRequest if {@code wanted} is not allowed
     * @throws SessionOver if the account is deleted
     * @throws TooManyAttempts if there were too many wrong passwords
     */
    public void changePassword(String current, String newPassword, UUID session, Actor by) {
        StoredPassword stored = accounts.storedPassword(by.id()).orElseThrow(SessionOver::new);
        new AccountRules()
                .password(newPassword, "/newPassword", stored.username(), stored.email())
                .throwIfInvalid();
        Supplier<Optional<StoredPassword>> check = () -> verify(Optional.of(stored), current);
        throttle.check(by.username(), by.address(), check).orElseThrow(WrongPassword::new);
        sessions.changePassword(stored, hash(newPassword), session, by);
    }

    /** Takes the same time for an unknown user. */
    private Optional<StoredPassword> verify(Optional<StoredPassword> stored, String password) {
        String hash = stored.map(StoredPassword::hash).orElse(null);
        boolean right = permits.call(() -> Passwords.matches(password == null ? "" : password, hash));
        return right ? stored : Optional.empty();
    }

    private String hash(String password) {
        return permits.call(() -> Passwords.hash(password));
    }
}
