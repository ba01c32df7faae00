package dev.millrace.platform.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;

import dev.millrace.redis.RedisVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VersionNoticeTest {
    private static final Supplier<Optional<RedisVersion>> VULNERABLE =
            () -> Optional.of(new RedisVersion("Redis", "7.0.15"));

    private final VersionNotice notice = new VersionNotice();
    private final Logger logger = Logger.getLogger(VersionNotice.class.getName());
    private final List<String> written = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            written.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // there is no buffer to flush
        }

        @Override
        public void close() {
            // there is no resource to close
        }
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void a_vulnerable_redis_is_logged_once() {
        notice.logOnce(VULNERABLE);
        notice.logOnce(VULNERABLE);

        assertThat(written).singleElement().asString().contains("Redis 7.0.15 has known vulnerabilities");
    }

    @Test
    void a_safe_redis_is_not_logged() {
        notice.logOnce(() -> Optional.of(new RedisVersion("Redis", "99.0.0")));

        assertThat(written).isEmpty();
    }

    @Test
    void a_redis_that_was_down_is_queried_again() {
        assertThatThrownBy(() -> notice.logOnce(() -> {
                    throw new JedisConnectionException("down");
                }))
                .isInstanceOf(JedisConnectionException.class);

        notice.logOnce(VULNERABLE);

        assertThat(written).hasSize(1);
    }

    @Test
    void a_user_without_permission_for_the_version_is_no_failure_and_is_queried_once() {
        notice.logOnce(() -> {
            throw new JedisAccessControlException("NOPERM");
        });

        notice.logOnce(VULNERABLE);

        assertThat(written).isEmpty();
    }
}
