package dev.millrace.operations;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.Accounts;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Finds the user that an admin names, by id or by username. */
@ApplicationScoped
public class ResolveUser {
    private Accounts accounts;

    /** For the container. */
    protected ResolveUser() {}

    @Inject
    ResolveUser(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param pointer to its place in the request
     * @throws InvalidRequest if there is no such user
     */
    public UUID resolve(String user, String pointer) {
        return accounts.findId(user).orElseThrow(() -> new InvalidRequest(List.of(new Fault(pointer, "unknown user"))));
    }
}
