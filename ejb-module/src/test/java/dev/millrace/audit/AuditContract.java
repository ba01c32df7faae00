package dev.millrace.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The audit log: written in the action's transaction, found again; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditContract {
    private static final Actor ADA = new Actor(UUID.randomUUID(), "ada", "192.0.2.7");
    private static final Actor GRACE = new Actor(UUID.randomUUID(), "Grace", "192.0.2.8");
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
    private static final AuditedAction PAUSED =
            new AuditedAction(ActionKind.QUEUE_PAUSE, new AuditTarget(AuditTarget.Kind.QUEUE, "default"), null);

    private final TestDatabase database;
    private MutableClock clock;

    AuditContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anEmptyLog() {
        clock = new MutableClock(NOW);
        database.inTransaction(em -> em.createQuery("delete from AuditEntry e").executeUpdate());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void an_entry_has_actor_action_target_time_and_address() {
        write(ADA, PAUSED);

        AuditEntry entry = matching(ALL).get(0);
        assertThat(entry.actor()).isEqualTo("ada");
        assertThat(entry.action()).isEqualTo("queue.pause");
        assertThat(entry.targetKind()).isEqualTo("queue");
        assertThat(entry.target()).isEqualTo("default");
        assertThat(entry.details()).isNull();
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.address()).isEqualTo("192.0.2.7");
    }

    @Test
    void a_failed_action_is_not_audited() {
        assertThatThrownBy(() -> database.inTransaction(em -> {
                    AuditLog log = new AuditLog(em, clock);
                    log.record(ADA, PAUSED);
                    return log.recordAround(ADA, AuditContract::fails, done -> Optional.of(PAUSED));
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(matching(ALL)).isEmpty();
    }

    @Test
    void an_action_without_effect_is_not_audited() {
        String done = database.inTransaction(
                em -> new AuditLog(em, clock).recordAround(ADA, () -> "nothing", result -> Optional.empty()));

        assertThat(done).isEqualTo("nothing");
        assertThat(matching(ALL)).isEmpty();
    }

    @Test
    void entries_are_found_by_each_of_their_properties() {
        write(ADA, PAUSED);
        clock.advance(Duration.ofHours(1));
        write(GRACE, new AuditedAction(ActionKind.USER_ROLES, AuditTarget.user("Linus_1"), "user → admin, user"));
        database.inTransaction(em -> {
            new AuditLog(em, clock)
                    .recordAnonymous(
                            "10.0.0.1",
                            new AuditedAction(ActionKind.SESSION_REFUSED, AuditTarget.user("linusx1"), null));
            return null;
        });

        assertThat(actions(new AuditFilter("GRACE", null, null, null, null))).containsExactly("user.roles");
        assertThat(actions(new AuditFilter(null, "user", null, null, null))).containsExactly("user.roles");
        assertThat(actions(new AuditFilter(null, "user.roles", null, null, null)))
                .containsExactly("user.roles");
        assertThat(actions(new AuditFilter(null, "use", null, null, null))).isEmpty();
        assertThat(actions(new AuditFilter(null, null, "linus", null, null)))
                .containsExactly("session.refused", "user.roles");
        assertThat(actions(new AuditFilter(null, null, "linus_", null, null))).containsExactly("user.roles");
        assertThat(actions(new AuditFilter(null, null, "→ ADMIN", null, null))).containsExactly("user.roles");
        assertThat(actions(new AuditFilter(null, null, null, null, NOW.plusSeconds(1))))
                .containsExactly("queue.pause");
        assertThat(actions(new AuditFilter(null, null, null, NOW.plusSeconds(1), null)))
                .containsExactly("session.refused", "user.roles");
    }

    @Test
    void each_page_continues_after_the_last_one_and_the_export_has_all_entries() throws IOException {
        for (int i = 0; i < 1_001; i++) {
            write(
                    ADA,
                    new AuditedAction(
                            ActionKind.QUEUE_PAUSE, new AuditTarget(AuditTarget.Kind.QUEUE, "q-" + i), "=" + i));
        }
        ShowAudit show = new ShowAudit(new FindAuditEntries() {
            @Override
            public List<AuditEntry> matching(AuditFilter filter, UUID before, int limit) {
                return database.inTransaction(em -> new FindAuditEntries(em).matching(filter, before, limit));
            }
        });
        StringWriter csv = new StringWriter();

        show.writeCsv(ALL, csv);

        List<String> lines = csv.toString().lines().toList();
        assertThat(lines).hasSize(1_002);
        assertThat(lines.get(0))
                .isEqualTo("\"at\",\"actor\",\"action\",\"targetKind\",\"target\",\"details\",\"address\"");
        assertThat(lines.get(1_001))
                .isEqualTo("\"" + NOW + "\",\"ada\",\"queue.pause\",\"queue\",\"q-0\",\"'=0\",\"192.0.2.7\"");
        assertThat(show.page(ALL, null, 2))
                .contains("q-1000", "q-999", "\"nextCursor\":\"")
                .doesNotContain("q-998");
    }

    @Test
    void a_text_longer_than_its_column_is_cut() {
        write(
                ADA,
                new AuditedAction(
                        ActionKind.QUEUE_PAUSE,
                        new AuditTarget(AuditTarget.Kind.QUEUE, "q".repeat(300)),
                        "d".repeat(3_000)));

        assertThat(matching(ALL).get(0).target()).hasSize(200);
        assertThat(matching(ALL).get(0).details()).hasSize(2_000);
    }

    private static String fails() {
        throw new IllegalStateException();
    }

    private void write(Actor by, AuditedAction action) {
        database.inTransaction(em -> {
            new AuditLog(em, clock).record(by, action);
            return null;
        });
    }

    private List<String> actions(AuditFilter filter) {
        return matching(filter).stream().map(AuditEntry::action).toList();
    }

    private List<AuditEntry> matching(AuditFilter filter) {
        return database.inTransaction(em -> new FindAuditEntries(em).matching(filter, null, 50));
    }
}
