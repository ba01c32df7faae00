package dev.millrace.web.page;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.platform.http.HostName;
import dev.millrace.platform.http.HttpSettings;
import dev.millrace.web.forwarded.FakeRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RejectUnknownHostsTest {
    private static final int PASSED = 200;

    private final RejectUnknownHosts filter =
            new RejectUnknownHosts(new HttpSettings(Set.of(), Set.of(new HostName("mill.example.org", 0))));
    private final AtomicInteger status = new AtomicInteger();
    private final StringWriter body = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "mill.example.org,      /api/tasks,        200",
        "MILL.example.org:8443, /,                 200",
        "evil.example,          /api/tasks,        421",
        "evil.example,          /,                 421",
        "10.0.0.7:8080,         /api/health/ready, 200",
        "10.0.0.7:8080,         /metrics,          200",
        "10.0.0.7:8080,         /metricsx,         421",
        "evil/,                 /,                 400",
        "[::1,                  /api/health/ready, 400",
    })
    void only_listed_hosts_get_an_answer_and_probes_reach_each_node(String host, String path, int expected)
            throws Exception {
        filter.doFilter(
                FakeRequest.from("203.0.113.9").with("Host", host).to(path).servlet(),
                response(),
                (request, response) -> status.set(PASSED));

        assertThat(status).hasValue(expected);
        if (expected != PASSED) {
            assertThat(body.toString()).contains("-host\"").doesNotContain(host);
        }
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setStatus" -> {
                        status.set((int) arguments[0]);
                        yield null;
                    }
                    case "getWriter" -> new PrintWriter(body, true);
                    default -> null;
                });
    }
}
