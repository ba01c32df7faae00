package dev.millrace.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.problem.Problem;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final List<TaskTypeAnnouncement> inSql = new ArrayList<>(List.of(TestAnnouncements.of("one")));
    private Set<String> hidden = Set.of();
    private int reads;
    private final Catalogue catalogue = new Catalogue(
            new TaskTypes() {
                @Override
                public List<TaskTypeAnnouncement> all() {
                    reads++;
                    return List.copyOf(inSql);
                }

                @Override
                public Set<String> hidden() {
                    return hidden;
                }
            },
            clock);

    @Test
    void sql_is_queried_at_most_once_a_second() {
        catalogue.all();
        clock.advance(Duration.ofMillis(999));
        catalogue.get("one");
        assertThat(reads).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        catalogue.all();
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void a_new_type_is_known_at_once_on_its_node_and_a_second_later_on_others() {
        catalogue.all();
        inSql.add(TestAnnouncements.of("two"));
        assertThatThrownBy(() -> catalogue.get("two")).isInstanceOf(UnknownTaskType.class);

        catalogue.refresh();

        assertThat(catalogue.get("two").announcement().name()).isEqualTo("two");
        assertThat(catalogue.all()).hasSize(2);
    }

    @Test
    void a_schema_is_compiled_again_only_after_a_change_of_its_type() {
        CompiledTaskType first = catalogue.get("one");

        catalogue.refresh();
        assertThat(catalogue.get("one")).isSameAs(first);

        inSql.set(0, TestAnnouncements.of("one", "other", "{}"));
        catalogue.refresh();
        assertThat(catalogue.get("one")).isNotSameAs(first);
        assertThat(catalogue.get("one").announcement().queue()).isEqualTo("other");
    }

    @Test
    void a_type_of_an_older_server_whose_schema_does_not_compile_does_not_hide_the_others() {
        inSql.add(TestAnnouncements.of("broken", "default", "{\"type\":7}"));

        assertThat(catalogue.all())
                .extracting(type -> type.announcement().name())
                .containsExactly("one");
    }

    @Test
    void a_hidden_type_is_not_offered_and_can_still_be_read() {
        inSql.add(TestAnnouncements.of("old"));
        hidden = Set.of("old");

        assertThat(catalogue.offered())
                .extracting(type -> type.announcement().name())
                .containsExactly("one");
        assertThat(catalogue.get("old").announcement().name()).isEqualTo("old");
        assertThatThrownBy(() -> catalogue.getOffered("old", "/type"))
                .isInstanceOfSatisfying(TaskTypeHidden.class, rejection -> assertThat(rejection.kind())
                        .isEqualTo(Problem.Kind.CONFLICT));
        assertThatThrownBy(() -> catalogue.getOffered("never", "/type")).isInstanceOf(UnknownTaskType.class);
    }

    @Test
    void an_unknown_type_is_a_problem_that_does_not_repeat_its_name() {
        assertThatThrownBy(() -> catalogue.get("unheard_of"))
                .isInstanceOfSatisfying(UnknownTaskType.class, unknown -> assertThat(unknown.kind())
                        .isEqualTo(Problem.Kind.NOT_FOUND))
                .hasMessageNotContaining("unheard_of");
    }
}
