package dev.millrace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Rules for names, addresses and passwords; collects all faults. */
final class AccountRules {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,49}");
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /** The usual form of RFC 5321: no quoted name, no address in brackets, and a domain of two labels or more. */
    private static final Pattern EMAIL =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 200;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 100;

    private final List<Fault> faults = new ArrayList<>();

    AccountRules username(String username) {
        if (username == null || !USERNAME.matcher(username).matches()) {
            faults.add(new Fault(
                    "/username", "must be 3 to 50 letters, digits or . _ -, beginning with a letter or digit"));
        }
        return this;
    }

    AccountRules email(String email) {
        if (email == null || email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            faults.add(new Fault("/email", "must be an e-mail address"));
        }
        return this;
    }

    /** @param pointer to its place in the request */
    AccountRules password(String password, String pointer, String username, String email) {
        if (password == null || password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            faults.add(new Fault(pointer, "must have 8 to 200 characters"));
        } else if (password.equalsIgnoreCase(username) || password.equalsIgnoreCase(email)) {
            faults.add(new Fault(pointer, "must not be the username or the e-mail address"));
        } else if (CommonPasswords.contains(password)) {
            faults.add(new Fault(pointer, "must not be one of the passwords that are used most often"));
        }
        return this;
    }

    /** @param name of a person, may be null */
    AccountRules name(String name, String pointer) {
        if (name != null && name.length() > MAX_NAME) {
            faults.add(new Fault(pointer, "must have at most 100 characters"));
        }
        return this;
    }

    /** @throws InvalidRequest with every fault */
    void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
