package dev.millrace.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.process.BuildOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** The sentence of the run command about who may register. */
class RegistrationNoticeTest {
    private static final String ENVIRONMENT = "MILLRACE_ACCOUNTS_REGISTRATION";
    private static final String OPTIONS = "MILLRACE_SERVER_OPTS";

    @Test
    void the_run_command_says_that_anybody_may_register_and_how_to_close_that() throws IOException {
        assertThat(notice(Map.of()))
                .contains("Anybody who reaches this address may register", "MILLRACE_ACCOUNTS_REGISTRATION=closed");
    }

    @Test
    void the_run_command_says_nothing_of_a_closed_registration() throws IOException {
        assertThat(notice(Map.of(ENVIRONMENT, "closed"))).isEmpty();
        assertThat(notice(Map.of(OPTIONS, "-Dmillrace.accounts.registration=closed -Xmx1g")))
                .isEmpty();
    }

    @Test
    void a_system_property_counts_before_the_environment_as_for_the_server() throws IOException {
        assertThat(notice(Map.of(ENVIRONMENT, "closed", OPTIONS, "-Dmillrace.accounts.registration=open")))
                .contains("may register");
    }

    /** Runs the function of the run command that says it, and nothing else of it. */
    private static String notice(Map<String, String> variables) throws IOException {
        String run = BuildOutput.ROOT.resolve("run").toString();
        ProcessBuilder bash = new ProcessBuilder(
                "bash",
                "-c",
                "say() { echo \"$*\"; }; eval \"$(sed -n '/^say_who_may_register() {/,/^}/p' \"$1\")\"; say_who_may_register",
                "bash",
                run);
        bash.environment().keySet().removeIf(name -> name.startsWith("MILLRACE_"));
        bash.environment().putAll(variables);
        Process process = bash.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).isZero();
        return said;
    }
}
