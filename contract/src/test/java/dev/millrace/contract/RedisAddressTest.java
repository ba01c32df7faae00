package dev.millrace.contract;

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
    @ValueSource(strings = {"mill:6379", "http://mill", "redis://", "redis://mill:x", "redis-sentinel://a:1"})
    void what_is_no_address_is_refused(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:s3 cret@cache",
                "redis://me:s3cret/x@cache",
                "redis://:1/s3cret@cache",
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
