package dev.millrace.platform.problem;

import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WrapOutagesTest {
    private final WrapOutages interceptor = new WrapOutages();

    @Test
    void an_outage_leaves_a_bean_as_an_error_of_the_application() {
        PersistenceException met = new PersistenceException(new SQLTransientConnectionException("away"));

        assertThatThrownBy(() -> interceptor.around(failingWith(met)))
                .isInstanceOf(DependencyUnavailable.class)
                .hasCause(met)
                .satisfies(error -> assertThat(Outage.behind(error)).contains(Outage.DATABASE));
    }

    @Test
    void any_other_error_is_unchanged() {
        IllegalStateException fault = new IllegalStateException();

        assertThatThrownBy(() -> interceptor.around(failingWith(fault))).isSameAs(fault);
    }

    @Test
    void an_outage_is_wrapped_once() {
        DependencyUnavailable outage =
                new DependencyUnavailable(new PersistenceException(new SQLTransientConnectionException("away")));

        assertThatThrownBy(() -> interceptor.around(failingWith(outage))).isSameAs(outage);
    }

    private static InvocationContext failingWith(RuntimeException error) {
        return (InvocationContext) Proxy.newProxyInstance(
                WrapOutagesTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (self, method, arguments) -> {
                    throw error;
                });
    }
}
