package dev.millrace.account;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Whoever wants to change a password does not know the present one. */
public class WrongPassword extends InvalidRequest {
    public WrongPassword() {
        super(List.of(new Fault("/currentPassword", "is not your password")));
    }
}
