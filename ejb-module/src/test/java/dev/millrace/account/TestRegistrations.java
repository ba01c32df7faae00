package dev.millrace.account;

/** Registrations for tests, with only the values that matter there. */
final class TestRegistrations {
    static final String PASSWORD = "stone-ground";
    static final String ADDRESS = "192.0.2.7";

    private TestRegistrations() {}

    static Registration named(String username) {
        return named(username, username + "@mill.example.org");
    }

    static Registration named(String username, String email) {
        return new Registration(username, email, PASSWORD, "Mill", null);
    }
}
