package dev.millrace.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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

    @Column(name = "created_at")
    private Instant createdAt;

    protected User() {}

    User(UUID id, Registration registration, String passwordHash, boolean admin, Instant now) {
        this.id = id;
        this.username = registration.username();
        this.usernameKey = key(registration.username());
        this.email = registration.email();
        this.emailKey = key(registration.email());
        this.passwordHash = passwordHash;
        this.firstName = registration.firstName();
        this.lastName = registration.lastName();
        this.admin = admin;
        this.createdAt = now;
    }

    /** The form in which names are compared: upper and lower case are the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    /** @return {@code user}, and {@code admin} if this is one */
    Set<String> roles() {
        return admin ? Set.of("user", "admin") : Set.of("user");
    }

    Profile profile() {
        return new Profile(id, username, email, firstName, lastName, roles());
    }

    String passwordHash() {
        return passwordHash;
    }
}
