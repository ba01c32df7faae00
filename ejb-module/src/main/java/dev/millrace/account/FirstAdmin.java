package dev.millrace.account;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Opens the account {@code admin} at the first start and prints its password, once. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdmin {
    static final String USERNAME = "admin";

    @Inject
    private Accounts accounts;

    @Inject
    private Credentials credentials;

    @Inject
    private AccountSettings settings;

    @PostConstruct
    void open() {
        if (accounts.isRegistered(USERNAME)) {
            return;
        }
        String password = settings.adminPassword() == null ? randomPassword() : settings.adminPassword();
        try {
            credentials.createAdmin(new Registration(USERNAME, "admin@localhost.local", password, null, null));
        } catch (NameTaken | EJBException e) {
            return; // Another node was first, and has printed it.
        }
        if (settings.adminPassword() == null) {
            System.out.println("Millrace: first start. Sign in as admin with the password " + password);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
