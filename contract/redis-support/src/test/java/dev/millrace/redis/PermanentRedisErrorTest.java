package dev.millrace.redis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PermanentRedisErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WRONGPASS invalid username-password pair or user is disabled. | WRONG_PASSWORD",
                "NOAUTH Authentication required. | NO_PASSWORD",
                "ERR AUTH <password> called without any password configured for the default user. | UNEXPECTED_PASSWORD",
                "NOPERM this user has no permissions to run the 'xadd' command | NO_PERMISSION",
                "DENIED Redis is running in protected mode because protected mode is enabled | PROTECTED_MODE"
            })
    void a_permanent_error_is_found_behind_its_wrappers(String reply, PermanentRedisError expected) {
        Exception wrapped = new IllegalStateException("Could not get a resource", new RuntimeException(reply));

        assertThat(PermanentRedisError.in(wrapped)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "READONLY You can't write against a read only replica.",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "MISCONF Redis is configured to save RDB snapshots",
                "OOM command not allowed when used memory > 'maxmemory'.",
                "ERR max number of clients reached",
                "Connection refused"
            })
    void a_temporary_error_is_not_permanent(String reply) {
        assertThat(PermanentRedisError.in(new RuntimeException(reply))).isEmpty();
    }

    @Test
    void a_missing_permission_is_named() {
        var permanent = new RuntimeException("NOPERM this user has no permissions to run the 'xadd' command");

        assertThat(PermanentRedisError.messageFor(permanent))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'xadd'"));
    }

    @Test
    void circular_causes_end_the_search() {
        Exception outer = new RuntimeException("outer");
        outer.initCause(new RuntimeException("inner", outer));

        assertThat(PermanentRedisError.in(outer)).isEmpty();
    }
}
