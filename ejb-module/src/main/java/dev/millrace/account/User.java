package dev.millrace.account;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person with an account. */
@Entity
@Table(name = "mr_user")
public class User {
    @Id
    private UUID id;

    private String username;

    @Column(name = "username_key")
    private String usernameKey;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private boolean admin;

    private boolean auditor;

    private boolean disabled;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    protected User() {}

    User(UUID id, Registration registration, String passwordHash, boolean admin, Instant now) {
        this.id = id;
        this.username = registration.username();
        this.usernameKey = key(registration.username());
        this.passwordHash = passwordHash;
        this.admin = admin;
        this.createdAt = now;
        change(new ProfileUpdate(registration.email(), registration.firstName(), registration.lastName()));
    }

    /** The form for comparison of names: upper and lower case are the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    final void change(ProfileUpdate update) {
        this.email = update.email();
        this.emailKey = key(update.email());
        this.firstName = update.firstName();
        this.lastName = update.lastName();
    }

    void changePassword(String hash) {
        this.passwordHash = hash;
    }

    void signIn(Instant now) {
        this.lastSignInAt = now;
    }

    /** @param roles all of them; {@link Role#USER} is implied */
    void setRoles(Collection<Role> roles) {
        this.admin = roles.contains(Role.ADMIN);
        this.auditor = roles.contains(Role.AUDITOR);
    }

    void setDisabled(boolean disabled) {
        this.disabled = disabled;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    boolean hasPassword(StoredPassword stored) {
        return passwordHash.equals(stored.hash());
    }

    StoredPassword storedPassword() {
        return new StoredPassword(id, username, email, passwordHash);
    }

    boolean isDisabled() {
        return disabled;
    }

    Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.USER);
        if (admin) {
            roles.add(Role.ADMIN);
        }
        if (auditor) {
            roles.add(Role.AUDITOR);
        }
        return roles;
    }

    Set<String> roleNames() {
        return roles().stream().map(Role::text).collect(Collectors.toUnmodifiableSet());
    }

    Profile profile() {
        return new Profile(id, username, email, firstName, lastName, roleNames());
    }

    Account account() {
        return new Account(profile(), disabled, createdAt, lastSignInAt);
    }
}
