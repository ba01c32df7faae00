package dev.millrace.account;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** The present password in a request that needs it is wrong or missing. */
public class WrongPassword extends InvalidRequest {
    public WrongPassword() {
        super(List.of(new Fault("/currentPassword", "is incorrect")));
    }
}
