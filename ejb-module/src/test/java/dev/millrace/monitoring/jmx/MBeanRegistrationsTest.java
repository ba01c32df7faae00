package dev.millrace.monitoring.jmx;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MBeanRegistrationsTest {
    private static final ClassLoader APPLICATION = Thread.currentThread().getContextClassLoader();

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    public interface PlaceMXBean {
        String getLoader();
    }

    static final class Place implements PlaceMXBean {
        @Override
        public String getLoader() {
            return String.valueOf(Thread.currentThread().getContextClassLoader());
        }
    }

    @AfterEach
    void come_back_to_the_application() {
        Thread.currentThread().setContextClassLoader(APPLICATION);
    }

    @Test
    void a_bean_finds_its_application_on_whatever_thread_it_is_called() throws JMException {
        ObjectName name = MBeanRegistrations.named("Place");
        try (MBeanRegistrations exhibition = new MBeanRegistrations()) {
            exhibition.show(Map.of(name, new Place()));

            Thread.currentThread().setContextClassLoader(null);
            assertThat(server.getAttribute(name, "Loader")).isEqualTo(APPLICATION.toString());
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        }
    }

    @Test
    void only_what_is_shown_last_is_there_and_nothing_when_it_is_closed() throws JMException {
        ObjectName left = MBeanRegistrations.named("Place", "left");
        ObjectName right = MBeanRegistrations.named("Place", "right");
        try (MBeanRegistrations exhibition = new MBeanRegistrations()) {
            exhibition.show(Map.of(left, new Place()));
            exhibition.show(Map.of(right, new Place()));

            assertThat(server.isRegistered(left)).isFalse();
            assertThat(server.isRegistered(right)).isTrue();
        }
        assertThat(server.isRegistered(right)).isFalse();
    }
}
