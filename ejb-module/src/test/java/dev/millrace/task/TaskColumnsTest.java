package dev.millrace.task;

import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;

import dev.millrace.platform.persistence.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class TaskColumnsTest {
    @Test
    void columns_are_read_in_the_order_in_which_eclipselink_keeps_them() {
        try (TestDatabase database = TestDatabase.h2()) {
            String stored =
                    database.inTransaction(em -> em.unwrap(Session.class).getDescriptor(Task.class).getFields().stream()
                            .map(DatabaseField::getName)
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));

            assertThat(LockedTasks.COLUMNS).isEqualTo(stored);
        }
    }
}
