package dev.millrace.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The key that signs access tokens. It comes from {@value #KEY} (PEM, PKCS#8), so that several nodes share it, or the
 * first start makes it in {@value #DIRECTORY}. Read before CDI exists, hence static.
 */
final class SigningKeys {
    static final String KEY = "millrace.jwt.private-key";
    static final String DIRECTORY = "millrace.keys.directory";
    static final String ISSUER = "millrace";

    private static final int BITS = 2_048;
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final FutureTask<RSAPrivateCrtKey> PRIVATE = new FutureTask<>(SigningKeys::load);

    private SigningKeys() {}

    /**
     * Starts to load the key, as making one takes a second or two. Returns at once; callers that need the key get the
     * failure.
     */
    static void prepare() {
        Thread loader = new Thread(PRIVATE, "millrace-signing-key");
        loader.setDaemon(true);
        loader.start();
    }

    static RSAPrivateCrtKey privateKey() {
        PRIVATE.run(); // no effect if another thread has started
        try {
            return PRIVATE.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the signing key was loaded", e);
        }
    }

    /** @return the public key as PEM */
    static String publicPem() {
        try {
            RSAPrivateCrtKey key = privateKey();
            PublicKey publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return pem("PUBLIC KEY", publicKey.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAPrivateCrtKey load() {
        String given = setting(KEY);
        return given != null ? parse(given) : fromFile(directory());
    }

    /** Reads the key file of a directory; makes it if there is none. Nodes that start together agree on one. */
    static RSAPrivateCrtKey fromFile(Path directory) {
        Path file = directory.resolve("jwt-signing-key.pem");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " cannot be read or made", e);
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
        Files.writeString(draft, pem("PRIVATE KEY", generate()));
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

    static RSAPrivateCrtKey parse(String pem) {
        try {
            return decode(pem);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(KEY + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException whose message names the allowed values */
    static RSAPrivateCrtKey decode(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s|\\\\n", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("must be an RSA private key in PEM, PKCS#8", e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + MIME.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
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
