package dev.millrace.worker.attempt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import dev.millrace.contract.ReportLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ThrottledProgressTest {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final ThrottledProgress progress = new ThrottledProgress(new AttemptListener() {
        @Override
        public void progress(double fraction, String message) {
            sent.add(message);
        }

        @Override
        public void log(String line) {
            sent.add("log: " + line);
        }
    });

    @Test
    void the_last_progress_is_reported_before_the_outcome_of_a_fast_task() {
        for (int i = 0; i <= 1_000; i++) {
            progress.report(i / 1_000.0, "step " + i);
        }

        progress.close();

        assertThat(sent).startsWith("step 0").endsWith("step 1000").hasSizeLessThan(100);
    }

    @Test
    void a_progress_that_came_too_fast_follows_by_itself() {
        progress.report(0, "prepared");
        progress.report(0.1, "too fast");
        progress.report(0.2, "begun, and nothing for long");

        await().atMost(Duration.ofSeconds(30)).until(() -> sent.contains("begun, and nothing for long"));
        assertThat(sent).doesNotContain("too fast");
    }

    @Test
    void no_report_follows_the_outcome() {
        progress.close();

        progress.report(1, "late");
        progress.close();

        assertThat(sent).isEmpty();
    }

    @Test
    void a_message_is_cut() {
        progress.report(0, "x".repeat(10_000));

        assertThat(sent).singleElement().satisfies(message -> assertThat(message)
                .hasSize(ReportLimits.PROGRESS_MESSAGE));
    }
}
