package dev.millrace.itests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The browser's stories in a real browser, on a stack of its own: they also pause queues and leave dead letters. */
class BrowserIT {
    private static final String ADMIN_PASSWORD = "as many turtle doves as mill wheels";
    private static final Path SCREENSHOTS = BuildOutput.TARGET.resolve("screenshots");

    @Test
    void users_complete_their_scenarios_and_every_screen_is_accessible() {
        Path modules = BuildOutput.present(
                BuildOutput.ROOT.resolve("frontend/node_modules/playwright-core"), "npm ci in frontend/ brings it");

        try (Stack stack = Stack.of("browser")
                        .with("MILLRACE_ADMIN_PASSWORD", ADMIN_PASSWORD)
                        .start();
                ManagedProcess browser = new ManagedProcess(
                                "browser",
                                List.of(
                                        "node",
                                        BuildOutput.ROOT
                                                .resolve("tests/itests/src/test/browser/run.mjs")
                                                .toString(),
                                        stack.server().address().toString(),
                                        SCREENSHOTS.toString(),
                                        modules.resolve("package.json").toString(),
                                        ADMIN_PASSWORD),
                                Map.of())
                        .start()) {
            await().atMost(Duration.ofMinutes(20)).until(() -> !browser.isAlive());

            assertThat(browser.exitValue()).as(browser::output).isZero();
        }
        assertThat(SCREENSHOTS.resolve("home.png")).isNotEmptyFile();
    }
}
