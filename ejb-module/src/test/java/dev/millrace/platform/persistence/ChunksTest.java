package dev.millrace.platform.persistence;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunksTest {
    @Test
    void all_come_in_their_order_and_never_too_many_at_once() {
        List<Integer> all = IntStream.rangeClosed(0, 2 * Chunks.SIZE).boxed().toList();

        List<List<Integer>> chunks = Chunks.of(all);

        assertThat(chunks).extracting(List::size).containsExactly(Chunks.SIZE, Chunks.SIZE, 1);
        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }

    @Test
    void an_empty_text_makes_no_chunk() {
        assertThat(Chunks.of(List.of())).isEmpty();
    }
}
