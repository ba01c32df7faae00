package dev.millrace.platform.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of JSON, which is UTF-8 (RFC 8259, 8.1). */
public final class JsonText {
    private JsonText() {}

    /** @throws NotJson if the octets are not UTF-8; {@link String} would replace them by other characters */
    public static String decode(byte[] octets) throws NotJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("it is not UTF-8");
        }
    }
}
