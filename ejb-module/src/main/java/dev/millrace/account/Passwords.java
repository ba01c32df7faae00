package dev.millrace.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashes passwords with Argon2id at the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 iterations,
 * parallelism 1.
 */
final class Passwords {
    /** Heap that one hash holds. */
    static final long MEMORY_PER_HASH = 19_456 * 1_024L;

    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String DUMMY_HASH = hashOfNoPassword();

    private Passwords() {}

    /** Looks like the others and costs no hashing. */
    private static String hashOfNoPassword() {
        return String.format(
                Locale.ROOT,
                "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
                ARGON.getVersion(),
                ARGON.getMemory(),
                ARGON.getIterations(),
                ARGON.getParallelism(),
                randomBase64(SALT_BYTES),
                randomBase64(ARGON.getOutputLength()));
    }

    private static String randomBase64(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
    }

    /** @param hash null for an unknown user: then this does the same work, and returns false */
    static boolean matches(String password, String hash) {
        String against = hash == null ? DUMMY_HASH : hash;
        boolean same = Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
        return same && hash != null;
    }
}
