package dev.millrace.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.Actor;
import dev.millrace.platform.node.NodeLog;

/**
 * Registers, signs in, and does what asks for the password again. It reads, hashes and writes one after the other: it has no transaction
 * open while it hashes a password. Each call may throw {@link PasswordsBusy}.
 */
@ApplicationScoped
public class Credentials {
    private static final Logger LOG = NodeLog.of(Credentials.class);
    private static final int MAX_SHOWN = 50;

    private Accounts accounts;
    private Sessions sessions;
    private ApiTokens apiTokens;
    private UsualAddresses usualAddresses;
    private LoginThrottle throttle;
    private PasswordPermits permits;

    /** For the container. */
    protected Credentials() {}

    @Inject
    public Credentials(
            Accounts accounts,
            Sessions sessions,
            ApiTokens apiTokens,
            UsualAddresses usualAddresses,
            LoginThrottle throttle,
            PasswordPermits permits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.usualAddresses = usualAddresses;
        this.throttle = throttle;
        this.permits = permits;
    }

    /**
     * Opens an account. {@link Registrations} decides whether this is allowed.
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
            StoredPassword right = check(username, client, () -> verify(accounts.storedPassword(username), password))
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
     * @param endApiTokens whether the caller's API tokens end too
     * @param session the caller's, which remains
     * @throws WrongPassword if {@code current} is wrong
     * @throws dev.millrace.platform.problem.InvalidRequest if {@code newPassword} is not allowed
     * @throws SessionEnded if the account is deleted
     * @throws TooManyAttempts if there were too many wrong passwords
     */
    public void changePassword(String current, String newPassword, boolean endApiTokens, UUID session, Actor by) {
        StoredPassword stored = accounts.storedPassword(by.id()).orElseThrow(SessionEnded::new);
        new AccountRules()
                .password(newPassword, "/newPassword", stored.username(), stored.email())
                .throwIfInvalid();
        confirm(stored, current, by);
        sessions.changePassword(stored, hash(newPassword), endApiTokens, session, by);
    }

    /**
     * Changes the caller's own profile. A new e-mail address needs the password, since it lets its owner take over the account.
     * An unattended screen must not suffice for that.
     *
     * @param current the caller's present password; may be null if the address stays
     * @throws WrongPassword if the address changes and {@code current} is wrong or null
     * @throws NameTaken if the e-mail address is another's
     * @throws SessionEnded if the account is deleted
     * @throws TooManyAttempts if there were too many wrong passwords
     */
    public Profile changeProfile(ProfileUpdate update, String current, Actor by) {
        StoredPassword stored = accounts.storedPassword(by.id()).orElseThrow(SessionEnded::new);
        if (!update.email().equals(stored.email())) {
            confirm(stored, current, by);
        }
        return accounts.change(update, by);
    }

    /**
     * Makes an API token for the caller.
     *
     * @param current the caller's present password
     * @throws WrongPassword if {@code current} is wrong or null
     * @throws TooManyApiTokens if there are as many as a user may have
     * @throws SessionEnded if the account is deleted
     * @throws TooManyAttempts if there were too many wrong passwords
     */
    public ApiTokens.CreatedToken createApiToken(ApiToken.TokenRequest request, String current, Actor by) {
        confirm(accounts.storedPassword(by.id()).orElseThrow(SessionEnded::new), current, by);
        return apiTokens.create(request, by);
    }

    /** A password that was not sent at all does not count as an attempt. */
    private void confirm(StoredPassword stored, String current, Actor by) {
        if (current == null) {
            throw new WrongPassword();
        }
        check(by.username(), new Client(by.address(), null), () -> verify(Optional.of(stored), current))
                .orElseThrow(WrongPassword::new);
    }

    private Optional<StoredPassword> check(
            String username, Client client, Supplier<Optional<StoredPassword>> verification) {
        return throttle.check(
                username,
                client.address(),
                () -> usualAddresses.contains(username, client.address()),
                verification,
                delay -> tell(delay, username, client));
    }

    /** The name is a client's text, so control characters must not reach the log. */
    private void tell(LoginThrottle.Delay delay, String username, Client client) {
        String account = username == null ? "" : username.replaceAll("\\p{Cntrl}", "?");
        String shown = account.substring(0, Math.min(account.length(), MAX_SHOWN));
        LOG.log(
                Level.WARNING,
                "Too many wrong passwords: {0}; account {1}, address {2}",
                delay,
                shown,
                client.address());
        sessions.recordRejected(shown, client, "Too many wrong passwords: " + delay + ".");
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
