package dev.millrace.account;

/**
 * The changes to a profile; cannot be built with values that are not allowed.
 *
 * @param firstName null if not given
 * @param lastName null if not given
 */
public record ProfileUpdate(String email, String firstName, String lastName) {
    /** @throws dev.millrace.platform.problem.InvalidRequest with every fault */
    public ProfileUpdate {
        new AccountRules()
                .email(email)
                .name(firstName, "/firstName")
                .name(lastName, "/lastName")
                .throwIfInvalid();
    }
}
