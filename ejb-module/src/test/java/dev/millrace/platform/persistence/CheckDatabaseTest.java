package dev.millrace.platform.persistence;

import java.sql.SQLException;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import dev.millrace.platform.config.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("slow")
class CheckDatabaseTest {
    @ParameterizedTest
    @CsvSource({
        "28P01, rejects this user and password",
        "28000, rejects this user and password",
        "3D000, has no database with this name",
        "08001, cannot be used",
    })
    void each_reason_is_one_sentence(String state, String sentence) {
        StartRefused failure = CheckDatabase.startRefused(new SQLException("first\nsecond", state));

        assertThat(failure).message().contains(sentence).hasLineCount(1).doesNotContain("second");
    }

    @Test
    void a_database_that_rejects_the_sign_in_prevents_the_start() {
        JdbcDataSource owner = new JdbcDataSource();
        owner.setURL("jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1");
        owner.setUser("sa");
        owner.setPassword("right");
        Schema.migrate(owner);
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:guarded");
        dataSource.setUser("sa");
        dataSource.setPassword("wrong");

        assertThatThrownBy(() -> CheckDatabase.check(dataSource))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("rejects this user and password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void an_address_that_the_driver_rejects_prevents_the_start_without_its_password() {
        assertThatThrownBy(() -> CheckDatabase.parse(() -> {
                    PGSimpleDataSource postgres = new PGSimpleDataSource();
                    postgres.setUrl("jdbc:postgresql://localhost:none/millrace?password=secret");
                    return postgres;
                }))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("millrace.db.url")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void an_address_that_h2_cannot_read_is_reported_without_its_text() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:guarded;PASSWORD=secret;NOSUCHTHING");
        database.setUser("sa");

        assertThatThrownBy(() -> CheckDatabase.check(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("millrace.db.url")
                .hasMessageNotContaining("secret");
    }
}
