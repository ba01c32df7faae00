package dev.millrace.platform.uri;

import dev.millrace.contract.PercentEncoding;

/**
 * The path of a request. Proxies match their rules with the path as it was written, servers with what they make of it.
 * So Millrace accepts only paths that both read alike.
 */
public final class RequestPath {
    /** Expected of a path, for people. */
    public static final String EXPECTED = "The path must be UTF-8, percent-encoded where necessary and only there,"
            + " without empty segments, dot segments and path parameters.";

    private static final String NEVER_PLAIN = "\"<>\\^`{|};";

    private RequestPath() {}

    /** @param written as in the address, without the query */
    public static boolean isUnambiguous(String written) {
        return written.startsWith("/")
                && written.chars().allMatch(RequestPath::mayBePlain)
                && PercentEncoding.decodeStrictly(written).isPresent()
                && hasOnlyNecessaryEscapes(written)
                && hasOnlyNames(written);
    }

    private static boolean mayBePlain(int character) {
        return character > ' ' && character < 0x7f && NEVER_PLAIN.indexOf(character) < 0;
    }

    private static boolean hasOnlyNecessaryEscapes(String written) {
        for (int at = written.indexOf('%'); at >= 0; at = written.indexOf('%', at + 1)) {
            int octet = Integer.parseInt(written, at + 1, at + 3, 16);
            boolean control = octet < ' ' || octet == 0x7f;
            boolean alphanumeric = octet < 0x80 && Character.isLetterOrDigit(octet);
            if (control || alphanumeric || octet == '/' || octet == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOnlyNames(String written) {
        String[] segments = written.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String name = segments[i].replace("%2E", ".").replace("%2e", ".");
            boolean isLast = i == segments.length - 1;
            if (name.isEmpty() && !isLast || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
