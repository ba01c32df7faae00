package dev.millrace.bench.client;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadSocketTest {
    @Test
    void a_frame_is_one_event_or_several() {
        assertThat(LoadSocket.events("{\"specversion\":\"1.0\",\"id\":1}"))
                .containsExactly("{\"specversion\":\"1.0\",\"id\":1}");
        assertThat(LoadSocket.events("[{\"specversion\":\"1.0\",\"id\":1},{\"specversion\":\"1.0\",\"id\":2}]"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"id\":2");
    }

    @Test
    void a_result_names_its_task() {
        assertThat(LoadSocket.number("{\"data\":{\"parameters\":{\"n\":7},\"result\":{\"n\":1234}}}"))
                .isEqualTo(1_234);
    }

    @Test
    void a_result_with_more_in_it_does_too() {
        assertThat(LoadSocket.number("{\"data\":{\"result\":{\"n\":12,\"value\":9}}}"))
                .isEqualTo(12);
    }

    @Test
    void a_result_of_another_type_of_task_is_of_none() {
        assertThat(LoadSocket.number("{\"data\":{\"result\":{\"text\":\"n\"}}}"))
                .isEqualTo(-1);
    }
}
