package dev.millrace.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The keys that sign and verify access tokens. They come from {@value #KEY} (PEM), so that several nodes share them, or
 * the first start makes one in {@value #DIRECTORY}. Read before CDI exists, hence static.
 */
public final class SigningKeys {
    static final String KEY = "millrace.jwt.private-key";
    static final String DIRECTORY = "millrace.keys.directory";
    static final String ISSUER = "millrace";
    static final String AUDIENCE = "millrace";

    private static final int BITS = 2_048;
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final FutureTask<KeySet> LOADED = new FutureTask<>(SigningKeys::load);

    private SigningKeys() {}

    /**
     * Starts to load the keys, as making one takes a second or two. Returns at once; callers that need them get the
     * failure.
     */
    static void prepare() {
        Thread loader = new Thread(LOADED, "millrace-signing-keys");
        loader.setDaemon(true);
        loader.start();
    }

    static KeySet keys() {
        LOADED.run(); // no effect if another thread has started
        try {
            return LOADED.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the signing keys were loaded", e);
        }
    }

    /** @return the public keys as a JWK Set (RFC 7517) in JSON */
    public static String publicJson() {
        return keys().publicJson();
    }

    static KeySet load() {
        String given = setting(KEY);
        return given != null ? parse(given) : fromFile(directory());
    }

    /** Reads the keys of a directory; makes one if there is none. Nodes that start together agree on one. */
    static KeySet fromFile(Path directory) {
        Path file = directory.resolve("jwt-signing-key.pem");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys " + file + " cannot be read or created", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        Path draft = posix
                ? Files.createTempFile(
                        file.getParent(),
                        "jwt",
                        ".pem",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(file.getParent(), "jwt", ".pem");
        Files.writeString(draft, pem(generate()));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeySet parse(String pem) {
        try {
            return KeySet.parse(pem);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(KEY + ": " + e.getMessage(), e);
        }
    }

    private static String pem(byte[] encoded) {
        return "-----BEGIN PRIVATE KEY-----\n" + MIME.encodeToString(encoded) + "\n-----END PRIVATE KEY-----\n";
    }

    private static Path directory() {
        String given = setting(DIRECTORY);
        if (given != null) {
            return Path.of(given);
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        Path home = config == null || config.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return home.resolve("millrace");
    }

    private static String setting(String key) {
        String property = System.getProperty(key);
        String environment = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        String value = property != null ? property : System.getenv(environment);
        return value == null || value.isBlank() ? null : value;
    }
}
