package dev.millrace.account;

import java.util.Locale;

/** Role of an account. */
public enum Role {
    /** Everybody. */
    USER,
    /** Sees and changes everything. */
    ADMIN,
    /** Sees what an admin sees, and changes nothing. */
    AUDITOR;

    /** @return as tokens and the API say it */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException unless it is one, as tokens and the API say it */
    public static Role parse(String text) {
        Role role = valueOf(text.toUpperCase(Locale.ROOT));
        if (!role.text().equals(text)) {
            throw new IllegalArgumentException();
        }
        return role;
    }
}
