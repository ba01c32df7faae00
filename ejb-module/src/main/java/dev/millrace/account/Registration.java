package dev.millrace.account;

/**
 * The data of a registration; cannot be built with values that are not allowed.
 *
 * @param firstName null if not given
 * @param lastName null if not given
 */
public record Registration(String username, String email, String password, String firstName, String lastName) {
    /** @throws dev.millrace.platform.problem.InvalidRequest with every fault */
    public Registration {
        new AccountRules()
                .username(username)
                .email(email)
                .password(password, "/password", username, email)
                .name(firstName, "/firstName")
                .name(lastName, "/lastName")
                .throwIfInvalid();
    }
}
