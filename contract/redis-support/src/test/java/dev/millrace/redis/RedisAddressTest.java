package dev.millrace.redis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RedisAddressTest {
    @Test
    void a_plain_address_gets_the_default_port() {
        RedisAddress address = RedisAddress.parse("redis://mill");

        assertThat(address.kind()).isEqualTo(RedisAddress.Kind.SINGLE);
        assertThat(address.nodes()).containsExactly(new RedisAddress.Node("mill", 6379));
        assertThat(address.tls()).isFalse();
    }

    @Test
    void a_sentinel_address_has_its_master_and_login() {
        RedisAddress address = RedisAddress.parse("rediss-sentinel://me:p%40ss@a:1,b/2?master=main");

        assertThat(address.kind()).isEqualTo(RedisAddress.Kind.SENTINEL);
        assertThat(address.tls()).isTrue();
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("p@ss");
        assertThat(address.nodes()).containsExactly(new RedisAddress.Node("a", 1), new RedisAddress.Node("b", 26379));
        assertThat(address.database()).isEqualTo(2);
        assertThat(address.master()).isEqualTo("main");
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b",
                "p@ss",
                "pa/ss",
                "pa#ss",
                "pa?ss",
                "pa:ss",
                "50%",
                "100%zz",
                "two words",
                "[x]",
                "ß€",
                "\"quoted\"",
                "\\"
            })
    void a_password_may_be_written_as_it_is(String password) {
        RedisAddress address = RedisAddress.parse("redis://me:" + password + "@mill:1/2");

        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo(password);
        assertThat(address.nodes()).containsExactly(new RedisAddress.Node("mill", 1));
        assertThat(address.database()).isEqualTo(2);
    }

    @Test
    void a_password_may_be_written_with_escapes() {
        RedisAddress address = RedisAddress.parse("redis://:%2B%40%2f%23%20%25%c3%9F@mill");

        assertThat(address.user()).isNull();
        assertThat(address.password()).isEqualTo("+@/# %ß");
    }

    @Test
    void a_password_from_elsewhere_joins_the_user_of_the_address() {
        RedisAddress address = RedisAddress.parse("redis://me@mill").withPassword("p@ss");

        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("p@ss");
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    @Test
    void two_passwords_are_rejected() {
        RedisAddress address = RedisAddress.parse("redis://:one@mill");

        assertThatThrownBy(() -> address.withPassword("two")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mill:6379",
                "http://mill",
                "redis://",
                "redis://mill:x",
                "redis://mill:0",
                "redis://mill:65536",
                "redis://mill/x",
                "redis://mill/-1",
                "redis://mi ll",
                "redis://mill#1",
                "redis://mill?master=main",
                "redis://a,,b",
                "redis-sentinel://a:1",
                "redis-sentinel://a:1?master="
            })
    void a_text_that_is_no_address_is_rejected(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:s3 cret@",
                "redis://me:s3cret/x@cache:port",
                "redis://:1/s3cret@cache/x",
                "redis://me:s3cret",
                "redis://s3 cret",
                "s3cret://cache"
            })
    void no_fault_repeats_the_password(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3");
    }
}
