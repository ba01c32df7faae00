package dev.millrace.account;

import dev.millrace.platform.problem.Problem;

/** Nobody may register, as the operator has configured it. */
public class RegistrationClosed extends Problem {
    RegistrationClosed() {
        super(
                Kind.FORBIDDEN,
                "registration-closed",
                "Registration is closed",
                "Ask an administrator of this server for an account.");
    }
}
