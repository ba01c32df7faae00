package dev.millrace.contract.schema;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses of the Internet Protocol, as text. */
final class IpAddresses {
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9]");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int BYTES = 4;
    private static final int GROUPS = 8;
    private static final int MAX_LENGTH = 45;

    private IpAddresses() {}

    static boolean isIpv4(String text) {
        String[] bytes = text.split("\\.", -1);
        return bytes.length == BYTES && Arrays.stream(bytes).allMatch(BYTE.asMatchPredicate());
    }

    static boolean isIpv6(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** @return how many groups of 16 bits these are, negative if any of them is faulty */
    private static int groups(String text, boolean mayEndInIpv4) {
        String[] groups = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            if (GROUP.matcher(groups[i]).matches()) {
                count++;
            } else if (mayEndInIpv4 && i == groups.length - 1 && isIpv4(groups[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }
}
