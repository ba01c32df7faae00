package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.StartRefused;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaVersionTest {
    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void prepare() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void an_empty_database_and_one_of_this_program_are_good() {
        assertThatCode(() -> CheckDatabase.check(database)).doesNotThrowAnyException();

        Schema.migrate(database);

        assertThatCode(() -> CheckDatabase.check(database)).doesNotThrowAnyException();
    }

    @Test
    void a_newer_schema_that_has_only_grown_is_good_and_is_left_alone() throws SQLException {
        Schema.migrate(database);
        becomeNewer("create table mr_of_tomorrow (id integer)");

        assertThatCode(() -> CheckDatabase.check(database)).doesNotThrowAnyException();
        assertThatCode(() -> Schema.migrate(database)).doesNotThrowAnyException();
    }

    @Test
    void a_schema_that_requires_a_newer_program_is_rejected_in_one_sentence() throws SQLException {
        Schema.migrate(database);
        becomeNewer("update mr_schema set oldest_program = 900");

        assertThatThrownBy(() -> CheckDatabase.check(database))
                .isInstanceOf(StartRefused.class)
                .hasNoCause()
                .message()
                .contains("too old for the database", "V900")
                .hasLineCount(1);
    }

    @Test
    void a_schema_of_an_older_program_is_good_and_brought_up_to_date() throws SQLException {
        SchemaVersion.configured(database, false).target("11").load().migrate();

        assertThatCode(() -> CheckDatabase.check(database)).doesNotThrowAnyException();
        Schema.migrate(database);

        assertThatCode(() -> execute("select oldest_program from mr_schema")).doesNotThrowAnyException();
    }

    private void becomeNewer(String change) throws SQLException {
        execute(
                change,
                "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                        + " \"script\", \"installed_by\", \"execution_time\", \"success\")"
                        + " values (900, '901', 'of tomorrow', 'SQL', 'V901__of_tomorrow.sql', 'SA', 1, true)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
