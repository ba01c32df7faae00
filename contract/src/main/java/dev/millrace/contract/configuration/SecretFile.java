package dev.millrace.contract.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret in a file of its own, as container platforms mount it: one line of text, UTF-8. */
public final class SecretFile {
    private static final int MAX_BYTES = 10_000;

    private SecretFile() {}

    /**
     * Reads the secret; a line break at its end is not part of it.
     *
     * @throws IllegalArgumentException if the file does not exist or does not hold one line; the message never repeats its content
     */
    public static String read(String path) {
        String text;
        try {
            Path file = Path.of(path);
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("the file is too long for a secret");
            }
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the file is not text in UTF-8", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("the file does not exist or cannot be read", e);
        }
        String secret = text.replaceFirst("\\r?\\n\\z", "");
        if (secret.isEmpty() || secret.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("the file must hold exactly one line");
        }
        return secret;
    }
}
