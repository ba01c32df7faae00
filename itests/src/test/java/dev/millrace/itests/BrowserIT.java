package dev.millrace.itests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.itests.stack.Built;
import dev.millrace.itests.stack.Program;
import dev.millrace.itests.stack.SharedStack;
import dev.millrace.itests.stack.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(SharedStack.class)
class BrowserIT {
    private final Stack stack;

    BrowserIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void who_registers_and_submits_sees_the_result_appear_in_two_tabs() {
        Path modules = Built.present(
                Built.ROOT.resolve("frontend/node_modules/playwright-core"), "npm ci in frontend/ brings it");

        try (Program browser = new Program(
                        "browser",
                        List.of(
                                "node",
                                Built.ROOT
                                        .resolve("itests/src/test/browser/whole-way.mjs")
                                        .toString(),
                                stack.server().address().toString(),
                                Built.TARGET.resolve("screenshots").toString(),
                                modules.resolve("package.json").toString()),
                        Map.of())
                .start()) {
            await().atMost(Duration.ofMinutes(10)).until(() -> !browser.isAlive());

            assertThat(browser.exitValue()).as(browser::output).isZero();
        }
        assertThat(Built.TARGET.resolve("screenshots/result.png")).isNotEmptyFile();
    }
}
