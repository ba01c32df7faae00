package dev.millrace.platform.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.5,    10.0.0.5,               true",
        "10.0.0.5,    10.0.0.6,               false",
        "10.0.0.0/8,  10.255.255.255,         true",
        "10.0.0.0/8,  11.0.0.0,               false",
        "10.1.2.3/8,  10.9.9.9,               true",
        "0.0.0.0/0,   203.0.113.9,            true",
        "0.0.0.0/0,   2001:db8::1,            false",
        "10.0.0.0/8,  ::ffff:10.0.0.1,        true",
        "::1,         0:0:0:0:0:0:0:1,        true",
        "fd00::/8,    fd12:3456::1,           true",
        "fd00::/8,    fe80::1,                false",
        "fe80::/10,   fe80::1%eth0,           true",
        "::/0,        2001:db8::1,            true",
        "10.0.0.0/8,  proxy.example.org,      false",
        "10.0.0.0/8,  '',                     false",
        "10.0.0.0/8,  10.0.0.0/8,             false",
        "10.0.0.0/8,  10.1,                   false",
    })
    void a_range_contains_its_addresses_only(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/8",
                "10",
                "10.0",
                "10.*",
                "10.0.0.1-9",
                "10.0.0.0/33",
                "10.0.0.0/255.0.0.0",
                "010.0.0.1",
                "0x0a000001",
                "167772161",
                "fd00::/129",
                "fe80::1%eth0",
                "localhost",
                "10.0.0.5:80",
                "[::1]",
                "all"
            })
    void a_text_that_is_no_range_is_rejected(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CIDR");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,           203.0.113.9",
        "2001:DB8:0:0:0:0:0:1,  2001:db8::1",
        "::ffff:203.0.113.9,    203.0.113.9",
        "fe80::1%eth0,          fe80::1",
    })
    void an_address_has_one_form(String text, String canonical) {
        assertThat(AddressRange.canonical(text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "203.0.113.9:80", "[::1]", "1.2.3", "127.1", "a b", "::g"})
    void a_text_that_is_no_address_has_none(String text) {
        assertThat(AddressRange.canonical(text)).isEmpty();
    }

    @Test
    void a_range_reads_as_the_configuration_writes_it() {
        assertThat(AddressRange.parse("10.0.0.0/8"))
                .hasToString("10.0.0.0/8")
                .isEqualTo(AddressRange.parse("10.1.2.3/8"));
    }
}
