package dev.millrace.itests.fuzz;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A short round with a fixed seed; {@code tests/itests/fuzz} runs long ones. */
class FuzzIT {
    private static final long SEED = 20_261_129;
    private static final int REQUESTS = 2_000;

    @Test
    void every_answer_is_one_that_the_document_names() {
        try (FuzzStack stack = new FuzzStack()) {
            Fuzzer fuzz = new Fuzzer(stack.server(), SEED);

            for (int i = 0; i < REQUESTS; i++) {
                fuzz.once();
                stack.superviseWorker();
            }

            assertThat(fuzz.byStatus().keySet())
                    .as("answers of all kinds")
                    .contains(200, 202, 204, 400, 401, 403, 404, 409);
            assertThat(fuzz.findings().isEmpty()).as(fuzz.findings().toString()).isTrue();
        }
    }
}
