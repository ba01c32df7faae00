package dev.millrace.itests;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.server.HaProxy;
import dev.millrace.testkit.server.Nginx;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real browser uses the application over real proxies, with TLS, at the root of a host and below a path. */
@TestInstance(Lifecycle.PER_CLASS)
class ProxyIT {
    private static final String ADMIN_PASSWORD = "as many turtle doves as mill wheels";

    private Stack stack;
    private Nginx nginx;
    private HaProxy haProxy;

    @BeforeAll
    void start() {
        stack = Stack.of("proxy")
                .with("MILLRACE_ADMIN_PASSWORD", ADMIN_PASSWORD)
                .with("MILLRACE_HTTP_TRUSTED_PROXIES", "127.0.0.1")
                .start();
        nginx = new Nginx("proxy-nginx", stack.server()).start();
        haProxy = new HaProxy("proxy-haproxy", stack.server(), stack.server()).start();
    }

    @AfterAll
    void stop() {
        Stream.of(haProxy, nginx, stack).filter(started -> started != null).forEach(ProxyIT::close);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_browser_signs_in_sees_results_live_and_stays_signed_in(URI address) {
        Path modules = BuildOutput.present(
                BuildOutput.ROOT.resolve("frontend/node_modules/playwright-core"), "npm ci in frontend/ brings it");
        List<String> command = List.of(
                "node",
                BuildOutput.ROOT
                        .resolve("tests/itests/src/test/browser/run.mjs")
                        .toString(),
                address.toString(),
                BuildOutput.TARGET.resolve("screenshots-proxy").toString(),
                modules.resolve("package.json").toString(),
                ADMIN_PASSWORD,
                "stay_signed_in_over_reloads");

        try (ManagedProcess browser = new ManagedProcess("proxy-browser", command, Map.of()).start()) {
            await().atMost(Duration.ofMinutes(10)).until(() -> !browser.isAlive());

            assertThat(browser.exitValue()).as(browser::output).isZero();
        }
    }

    Stream<URI> addresses() {
        return Stream.of(
                nginx.address(),
                nginx.address().resolve("mill/"),
                haProxy.secureAddress(),
                haProxy.secureAddress().resolve("mill/"),
                nginx.bareAddress());
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
