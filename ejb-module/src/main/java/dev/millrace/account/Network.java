package dev.millrace.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network of an address: one subscriber has 2^64 addresses of IPv6 and uses them in turn. */
final class Network {
    private static final int IPV6_PREFIX_BYTES = 8;

    private Network() {}

    /**
     * @param address in figures, null if unknown
     * @return an IPv4 address itself, the first 64 bits of an IPv6 address, or an empty text
     */
    static String of(String address) {
        if (address == null) {
            return "";
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal with colons asks no name server
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return address; // Not an address in figures; it stands for itself.
        }
    }
}
