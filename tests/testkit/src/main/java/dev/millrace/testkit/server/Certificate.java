package dev.millrace.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import dev.millrace.testkit.process.Command;
import dev.millrace.testkit.process.Folders;

/** A certificate for localhost with its key, made for one run, in PEM. */
public final class Certificate {
    private static final String PASSWORD = "for-one-run";
    private static final String ALIAS = "millrace";

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    /** Makes one in that folder, which it empties first. */
    public static Certificate in(Path folder) {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            Path store = folder.resolve("store.p12");
            Command.of(
                            Path.of(System.getProperty("java.home"), "bin/keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .output();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            String certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            String key = pem(
                    "PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
            Files.writeString(folder.resolve("certificate.pem"), certificate);
            Files.writeString(folder.resolve("key.pem"), key);
            Files.writeString(folder.resolve("both.pem"), certificate + key);
            return new Certificate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    public Path key() {
        return folder.resolve("key.pem");
    }

    /** The certificate and its key in one file. */
    public Path both() {
        return folder.resolve("both.pem");
    }

    private static String pem(String type, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
}
