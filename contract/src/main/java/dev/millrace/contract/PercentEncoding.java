package dev.millrace.contract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The escapes of a URL (RFC 3986, 2.1): {@code %} and two hexadecimal digits are one octet of UTF-8. */
public final class PercentEncoding {
    private static final int ESCAPE = 3;

    private PercentEncoding() {}

    /**
     * Decodes a text as people mean it: a {@code %} that begins no escape is itself, and octets that are not UTF-8 are
     * replaced.
     */
    public static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (isEscape(bytes, i)) {
                decoded.write(octet(bytes, i));
                i += ESCAPE - 1;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** @return empty if a {@code %} begins no escape, or the octets are not UTF-8 */
    public static Optional<String> decodeStrictly(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.put(bytes[i]);
            } else if (isEscape(bytes, i)) {
                decoded.put((byte) octet(bytes, i));
                i += ESCAPE - 1;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int octet(byte[] bytes, int at) {
        return 16 * digit(bytes[at + 1]) + digit(bytes[at + 2]);
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%'
                && at + ESCAPE <= bytes.length
                && digit(bytes[at + 1]) >= 0
                && digit(bytes[at + 2]) >= 0;
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }
}
