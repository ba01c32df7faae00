package dev.millrace.itests.fuzz;

import java.util.function.Supplier;

import dev.millrace.testkit.client.SignedInClient;

/** A caller who sends requests, and signs in again after each request that has signed him out. */
final class FuzzCaller {
    private final String name;
    private final KnownValues known;
    private final Supplier<SignedInClient> signIn;
    private String token;

    /** @param signIn null for a caller who never signs in */
    FuzzCaller(String name, KnownValues known, Supplier<SignedInClient> signIn) {
        this.name = name;
        this.known = known;
        this.signIn = signIn;
    }

    String name() {
        return name;
    }

    KnownValues known() {
        return known;
    }

    /** An access token, null if the caller is not signed in. */
    String token() {
        if (token == null && signIn != null) {
            token = signIn.get().token();
        }
        return token;
    }

    void signedOut() {
        token = null;
    }
}
