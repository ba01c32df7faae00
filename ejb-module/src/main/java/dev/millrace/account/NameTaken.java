package dev.millrace.account;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.Problem;

/** Another account has this username or e-mail address. */
public class NameTaken extends Problem {
    private NameTaken(String slug, String title, Fault fault) {
        super(Kind.CONFLICT, slug, title, fault.detail(), List.of(fault));
    }

    static NameTaken username() {
        return new NameTaken(
                "username-taken", "The username is taken", new Fault("/username", "Choose another username."));
    }

    static NameTaken email() {
        return new NameTaken(
                "email-taken",
                "The e-mail address is taken",
                new Fault("/email", "There already is an account with this address."));
    }
}
