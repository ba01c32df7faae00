package dev.millrace.account;

import java.util.UUID;

/** CDI event of a transaction that revokes a sign-in: it signed out, or one of its refresh tokens was stolen. */
public record SignInRevoked(UUID signIn) {}
