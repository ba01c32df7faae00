package dev.millrace.platform.http;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.millrace.platform.config.ConfigReader;

/**
 * The surroundings of this server in HTTP.
 *
 * @param trustedProxies the addresses whose forwarded headers the server believes
 * @param hosts the names that this server answers to, with or without a port; empty: to any
 */
public record HttpSettings(Set<AddressRange> trustedProxies, Set<HostName> hosts) {
    public static HttpSettings from(ConfigReader config) {
        return new HttpSettings(
                config.parsed("millrace.http.trusted-proxies", Set.of(), list -> parse(list, AddressRange::parse)),
                config.parsed("millrace.http.hosts", Set.of(), list -> parse(list, HttpSettings::parseHost)));
    }

    /** @param address of a peer; false if it is no IP address */
    public boolean trusts(String address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    /** @param port from 1 */
    public boolean answersTo(String name, int port) {
        return hosts.isEmpty() || hosts.contains(new HostName(name, 0)) || hosts.contains(new HostName(name, port));
    }

    private static <T> Set<T> parse(String list, Function<String, T> parser) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(parser)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HostName parseHost(String text) {
        return HostName.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not a host such as mill.example.org or mill.example.org:8443"));
    }
}
