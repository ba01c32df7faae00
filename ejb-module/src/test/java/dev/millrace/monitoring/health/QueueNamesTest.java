package dev.millrace.monitoring.health;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueueNamesTest {
    @Test
    void a_few_are_all_named() {
        assertThat(QueueNames.abbreviated(Set.of("mail", "default"))).isEqualTo("default, mail");
    }

    @Test
    void of_many_queues_five_are_named_and_the_others_counted() {
        Set<String> queues =
                IntStream.range(100, 300).mapToObj(number -> "q" + number).collect(Collectors.toSet());

        assertThat(QueueNames.abbreviated(queues)).isEqualTo("q100, q101, q102, q103, q104 and 195 more");
    }
}
