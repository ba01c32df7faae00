package dev.millrace.bench.stack;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MillraceEnvironmentTest {
    private static final Path ROOT = Path.of("/repository");

    @Test
    void a_workers_own_options_are_combined_with_those_of_the_bench() {
        MillraceEnvironment environment = anEnvironment(Map.of("MILLRACE_WORKER_OPTS", "-Xmx2g"));

        assertThat(environment.get("MILLRACE_WORKER_OPTS"))
                .isEqualTo("-Xmx2g -Dmillrace.worker.packages=dev.millrace.bench.handlers");
    }

    @Test
    void a_program_gets_the_settings() {
        MillraceEnvironment environment = anEnvironment(Map.of("MILLRACE_PUSH_HISTORY", "5"));

        assertThat(environment.variables())
                .containsEntry("MILLRACE_PUSH_HISTORY", "5")
                .containsEntry("MILLRACE_REDIS_URL", "redis://127.0.0.1:1");
    }

    @Test
    void the_users_of_a_load_are_registered_from_one_address() {
        assertThat(anEnvironment(Map.of()).variables())
                .containsEntry("MILLRACE_ACCOUNTS_REGISTRATIONS_PER_ADDRESS", "1000000")
                .containsEntry("MILLRACE_ACCOUNTS_REGISTRATIONS_IN_ALL", "1000000");
    }

    @Test
    void one_more_is_for_one_program_alone() {
        MillraceEnvironment environment = anEnvironment(Map.of());

        assertThat(environment.with("MILLRACE_DB_URL", "jdbc:h2:mem:a").get("MILLRACE_DB_URL"))
                .isEqualTo("jdbc:h2:mem:a");
        assertThat(environment.get("MILLRACE_DB_URL")).isEmpty();
    }

    private static MillraceEnvironment anEnvironment(Map<String, String> settings) {
        return new MillraceEnvironment(ROOT, ROOT.resolve("data"), "redis://127.0.0.1:1", settings);
    }
}
