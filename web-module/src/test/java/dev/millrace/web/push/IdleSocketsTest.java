package dev.millrace.web.push;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.websocket.server.ServerContainer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdleSocketsTest {
    private final AtomicLong idleMillis = new AtomicLong();

    @Test
    void a_socket_has_its_idle_time_before_it_opens() {
        new IdleSockets(Events.settings()).contextInitialized(new ServletContextEvent(applicationWith(sockets())));

        assertThat(idleMillis).hasValue(Events.settings().idle().toMillis());
    }

    private ServerContainer sockets() {
        return proxy(ServerContainer.class, (method, argument) -> {
            assertThat(method).isEqualTo("setDefaultMaxSessionIdleTimeout");
            idleMillis.set((Long) argument);
            return null;
        });
    }

    private static ServletContext applicationWith(ServerContainer sockets) {
        return proxy(
                ServletContext.class,
                (method, argument) -> "jakarta.websocket.server.ServerContainer".equals(argument) ? sockets : null);
    }

    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments[0])));
    }
}
