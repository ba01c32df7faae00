package dev.millrace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.millrace.problem.Fault;
import dev.millrace.problem.InvalidRequest;

/**
 * What a person registers with; cannot be built with values that are not allowed.
 *
 * @param firstName null if not given
 * @param lastName null if not given
 */
public record Registration(String username, String email, String password, String firstName, String lastName) {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,49}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 200;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 100;

    /** @throws InvalidRequest with every fault */
    public Registration {
        List<Fault> faults = new ArrayList<>();
        if (username == null || !USERNAME.matcher(username).matches()) {
            faults.add(new Fault(
                    "/username", "must be 3 to 50 letters, digits or . _ -, beginning with a letter or digit"));
        }
        if (email == null || email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            faults.add(new Fault("/email", "must be an e-mail address"));
        }
        if (password == null || password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            faults.add(new Fault("/password", "must have 8 to 200 characters"));
        } else if (password.equalsIgnoreCase(username) || password.equalsIgnoreCase(email)) {
            faults.add(new Fault("/password", "must not be the username or the e-mail address"));
        }
        checkName(firstName, "/firstName", faults);
        checkName(lastName, "/lastName", faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private static void checkName(String name, String pointer, List<Fault> faults) {
        if (name != null && name.length() > MAX_NAME) {
            faults.add(new Fault(pointer, "must have at most 100 characters"));
        }
    }
}
