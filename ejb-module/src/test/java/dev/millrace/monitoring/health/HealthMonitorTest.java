package dev.millrace.monitoring.health;

import jakarta.ejb.EJBException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealthMonitorTest {
    @Test
    void a_node_is_alive_and_not_ready_while_the_container_starts_or_stops_the_watch() {
        Health health = HealthMonitor.seenBy(new HealthMonitor() {
            @Override
            public Health now() {
                throw new EJBException("being created");
            }
        });

        assertThat(health.isAlive()).isTrue();
        assertThat(health.isReady()).isFalse();
    }
}
