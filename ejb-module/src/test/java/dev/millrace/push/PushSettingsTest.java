package dev.millrace.push;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.ConfigReader;

import static org.assertj.core.api.Assertions.assertThat;

class PushSettingsTest {
    @Test
    void former_names_of_keys_work_with_a_notice_for_one_version() {
        Map<String, String> former = Map.of(
                "millrace.push.check", "7s",
                "millrace.push.session-queue", "8",
                "millrace.push.max-sessions", "9",
                "millrace.push.max-sessions-per-user", "10");
        ConfigReader keys = new ConfigReader(key -> Optional.ofNullable(former.get(key)));

        PushSettings settings = PushSettings.from(keys);

        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.sendQueue()).isEqualTo(8);
        assertThat(settings.maxConnections()).isEqualTo(9);
        assertThat(settings.maxConnectionsPerUser()).isEqualTo(10);
        assertThat(keys.notices()).hasSize(4).anySatisfy(notice -> assertThat(notice)
                .contains("millrace.push.check", "millrace.push.poll"));
    }
}
