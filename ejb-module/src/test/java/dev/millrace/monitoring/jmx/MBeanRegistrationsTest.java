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
    void a_bean_finds_its_application_on_any_calling_thread() throws JMException {
        ObjectName name = MBeanRegistrations.objectName("Place");
        try (MBeanRegistrations registrations = new MBeanRegistrations()) {
            registrations.replaceAll(Map.of(name, new Place()));

            Thread.currentThread().setContextClassLoader(null);
            assertThat(server.getAttribute(name, "Loader")).isEqualTo(APPLICATION.toString());
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        }
    }

    @Test
    void only_the_beans_registered_last_are_there_and_none_after_close() throws JMException {
        ObjectName left = MBeanRegistrations.objectName("Place", "left");
        ObjectName right = MBeanRegistrations.objectName("Place", "right");
        try (MBeanRegistrations registrations = new MBeanRegistrations()) {
            registrations.replaceAll(Map.of(left, new Place()));
            registrations.replaceAll(Map.of(right, new Place()));

            assertThat(server.isRegistered(left)).isFalse();
            assertThat(server.isRegistered(right)).isTrue();
        }
        assertThat(server.isRegistered(right)).isFalse();
    }
}
