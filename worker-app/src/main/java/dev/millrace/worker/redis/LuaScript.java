package dev.millrace.worker.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script of this jar.
 *
 * @param text what Redis runs
 * @param digest by which Redis knows it once it has run it
 */
public record LuaScript(String text, String digest) {
    /**
     * Loads a script.
     *
     * @throws IllegalArgumentException if there is none of that name beside the class
     */
    public static LuaScript beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name + " beside " + owner.getName());
            }
            byte[] bytes = in.readAllBytes();
            return new LuaScript(new String(bytes, StandardCharsets.UTF_8), sha1(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
