package dev.millrace.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes of a URL (RFC 3986, 2.1), read as users mean them: only {@code %} and two hexadecimal digits are one. */
final class PercentEncoding {
    private static final int ESCAPE = 3;

    private PercentEncoding() {}

    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (isEscape(bytes, i)) {
                decoded.write(16 * digit(bytes[i + 1]) + digit(bytes[i + 2]));
                i += ESCAPE - 1;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
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
