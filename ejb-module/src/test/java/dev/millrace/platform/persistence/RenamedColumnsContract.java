package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Migrates the rows of a 0.1 database to the names of V21; the same on every database. */
abstract class RenamedColumnsContract {
    private static final String TASK = "00000000-0000-7000-8000-000000000001";
    private static final String USER = "00000000-0000-7000-8000-000000000002";
    private static final String SCHEDULE = "00000000-0000-7000-8000-000000000003";
    private static final String WORKFLOW = "00000000-0000-7000-8000-000000000004";
    private static final String SESSION = "00000000-0000-7000-8000-000000000005";

    private DataSource database;
    private FluentConfiguration flyway;

    abstract DataSource emptyDatabase();

    abstract FluentConfiguration flyway(DataSource database);

    @BeforeEach
    void bring_a_database_to_version_20() {
        database = emptyDatabase();
        flyway = flyway(database);
        flyway.target("20").load().migrate();
    }

    @Test
    void tasks_and_queues_keep_their_values_under_the_new_names() throws SQLException {
        addTask();
        execute("insert into mr_queue (name, fence, made_by_admin, used_at) values ('mail', 7, true, 1234)");
        execute("insert into mr_lane (queue, priority, virtual_time) values ('mail', 3, 99)");
        execute("insert into mr_unique_task (unique_key, task_id, over_at) values ('key', '" + TASK + "', 55)");
        execute("insert into mr_idempotency (owner_id, idem_key, request_hash, created_at) values ('" + USER
                + "', 'k', 'h', 1)");
        execute("insert into mr_idempotency_task (owner_id, idem_key, place, task_id) values ('" + USER + "', 'k', 2, '"
                + TASK + "')");

        migrate();

        assertThat(rows("select cancel_requested_at from mr_task")).containsExactly("42");
        assertThat(rows("select declared_by_admin, last_used_at from mr_queue where name = 'mail'"))
                .containsExactly("true 1234");
        assertThat(rows("select priority, virtual_time from mr_virtual_time where queue = 'mail'"))
                .containsExactly("3 99");
        assertThat(rows("select unique_key, expires_at from mr_unique_task")).containsExactly("key 55");
        assertThat(rows("select idem_key, ordinal from mr_idempotency_task")).containsExactly("k 2");
    }

    @Test
    void limits_keep_their_values_under_the_new_names() throws SQLException {
        execute("insert into mr_type_gate (type, period_start, previous, used) values ('send_mail', 1, 2, 3)");
        execute("insert into mr_owner_limits (owner_id, weight, max_running) values ('" + USER + "', 3, 4)");

        migrate();

        assertThat(rows("select * from mr_type_limit_lock")).containsExactly("send_mail");
        assertThat(rows("select user_id, weight, max_running from mr_user_limit_override"))
                .containsExactly(USER + " 3 4");
    }

    @Test
    void schedules_keep_their_request_and_their_runs_take_the_new_kinds() throws SQLException {
        execute("insert into mr_schedule (id, owner_id, name, type, wish, cron, time_zone, overlap, missed, paused,"
                + " last_task_id, run_count, revision, created_at, updated_at) values ('" + SCHEDULE + "', '" + USER
                + "', 'daily', 'send_mail', '{\"type\":\"send_mail\"}', '@daily', 'UTC', 'SKIP', 'SKIP', false, '"
                + TASK + "', 3, 1, 1, 1)");
        String[] kinds = {"DUE", "MADE_UP", "QUEUED", "MANUAL", "SKIPPED", "REFUSED"};
        for (int i = 0; i < kinds.length; i++) {
            execute("insert into mr_schedule_run (schedule_id, run_number, kind, due_at, at, task_id) values ('"
                    + SCHEDULE + "', " + i + ", '" + kinds[i] + "', 1, 1, '" + TASK + "')");
        }

        migrate();

        assertThat(rows("select task_request from mr_schedule")).containsExactly("{\"type\":\"send_mail\"}");
        assertThat(rows("select kind from mr_schedule_run order by run_number"))
                .containsExactly("DUE", "CATCH_UP", "QUEUED", "MANUAL", "SKIPPED", "REJECTED");
    }

    @Test
    void workflows_keep_their_members_and_pending_advances() throws SQLException {
        execute("insert into mr_workflow (id, owner_id, name, state, revision, created_at) values ('" + WORKFLOW
                + "', '" + USER + "', 'w', 'RUNNING', 1, 1)");
        execute("insert into mr_workflow_member (workflow_id, place, name, task_id, needs, dropped) values ('"
                + WORKFLOW + "', 1, 'second', '" + TASK + "', 'first CANCEL', true)");
        execute("insert into mr_workflow_news (id, workflow_id) values ('" + TASK + "', '" + WORKFLOW + "')");

        migrate();

        assertThat(rows("select ordinal, name, dependencies, cancelled_by_dependency from mr_workflow_member"))
                .containsExactly("1 second first CANCEL true");
        assertThat(rows("select workflow_id from mr_pending_advance")).containsExactly(WORKFLOW);
    }

    @Test
    void sessions_keep_their_refresh_tokens() throws SQLException {
        execute("insert into mr_user (id, username, username_key, email, email_key, password_hash, admin, created_at)"
                + " values ('" + USER + "', 'miller', 'miller', 'm@x.org', 'm@x.org', 'h', false, 1)");
        execute("insert into mr_sign_in (id, user_id, signed_in_at, last_seen_at, expires_at) values ('" + SESSION
                + "', '" + USER + "', 1, 2, 3)");
        execute("insert into mr_refresh_token (token_hash, family, user_id, expires_at, used) values ('hash', '"
                + SESSION + "', '" + USER + "', 3, false)");

        migrate();

        assertThat(rows("select token_hash, session_id from mr_refresh_token")).containsExactly("hash " + SESSION);
        execute("delete from mr_session where id = '" + SESSION + "'");
        assertThat(rows("select token_hash from mr_refresh_token")).isEmpty();
    }

    @Test
    void a_program_of_version_20_is_too_old_from_then_on() throws SQLException {
        migrate();

        assertThat(rows("select oldest_program from mr_schema")).containsExactly("21");
        assertThatThrownBy(() -> execute("select used_at from mr_queue")).isInstanceOf(SQLException.class);
    }

    private void migrate() {
        flyway.target("latest").load().migrate();
    }

    private void addTask() throws SQLException {
        execute(
                "insert into mr_task (id, queue, type, owner_id, state, priority, start_tag, claim, attempt, max_attempts,"
                        + " backoff_ms, max_backoff_ms, has_result, progress, log_lines, revision, created_at, cancel_asked_at)"
                        + " values ('" + TASK + "', 'mail', 'send_mail', '" + USER
                        + "', 'RUNNING', 5, 0, 1, 1, 3, 1, 1, false, 0, 0, 1, 1, 42)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return the columns of each row, separated by blanks */
    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    columns.add(value instanceof Boolean ? value.toString() : result.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }
}
