package dev.millrace.platform.http;

import java.util.Optional;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/** An IP address, or all addresses of a CIDR block (RFC 4632). Names are never resolved. Immutable. */
public final class AddressRange {
    static final String EXPECTED = "an IP address or a CIDR block such as 10.0.0.5, 10.0.0.0/8, ::1 or fd00::/8";

    private static final IPAddressStringParameters BLOCK = strict(true);
    private static final IPAddressStringParameters ADDRESS = strict(false);

    private final IPAddress block;

    private AddressRange(IPAddress block) {
        this.block = block;
    }

    /** @throws IllegalArgumentException unless it is an address or a block */
    public static AddressRange parse(String text) {
        return address(text, BLOCK)
                .map(IPAddress::toPrefixBlock)
                .map(AddressRange::new)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not " + EXPECTED));
    }

    /**
     * @param text an address without port; an IPv6 zone does not count
     * @return its one form (RFC 5952), an IPv4-mapped one as IPv4; empty if it is none
     */
    public static Optional<String> canonical(String text) {
        return parseAddress(text).map(IPAddress::toCanonicalString);
    }

    /** @return false also for null and for a text that is no address */
    public boolean contains(String address) {
        return parseAddress(address).filter(block::contains).isPresent();
    }

    private static Optional<IPAddress> parseAddress(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int zone = text.indexOf('%');
        return address(zone < 0 ? text : text.substring(0, zone), ADDRESS);
    }

    private static Optional<IPAddress> address(String text, IPAddressStringParameters allowed) {
        try {
            IPAddress address = new IPAddressString(text, allowed).toAddress();
            boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
            return Optional.of(mapped ? address.toIPv6().getEmbeddedIPv4Address() : address);
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    /** The library by itself also takes ranges, wildcards, short forms and other bases. */
    private static IPAddressStringParameters strict(boolean prefix) {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowMask(false)
                .allowPrefix(prefix)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .getIPv4AddressParametersBuilder()
                .allowLeadingZeros(false)
                .allowBinary(false)
                .allowPrefixesBeyondAddressSize(false)
                .getParentBuilder()
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .allowPrefixesBeyondAddressSize(false)
                .getParentBuilder()
                .toParams();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && block.equals(range.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    /** @return as the configuration writes it */
    @Override
    public String toString() {
        return block.toCanonicalString();
    }
}
