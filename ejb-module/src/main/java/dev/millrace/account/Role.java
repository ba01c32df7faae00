package dev.millrace.account;

import java.util.Locale;

/** Role of an account. */
public enum Role {
    /** Every user has it. */
    USER,
    /** Sees and changes everything. */
    ADMIN,
    /** Sees what an admin sees, and changes nothing. */
    AUDITOR;

    /** @return its name in tokens and the API */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException unless it is the name of a role in tokens and the API */
    public static Role parse(String text) {
        Role role = valueOf(text.toUpperCase(Locale.ROOT));
        if (!role.text().equals(text)) {
            throw new IllegalArgumentException();
        }
        return role;
    }
}
