package dev.millrace.platform.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the migrations against docs/decisions/0043. */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db");
    private static final int FIRST_TO_SAY = 21;
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bdrop\\s+(table|column)\\b|\\brename\\b"
                    + "|\\bset\\s+not\\s+null\\b|\\badd\\s+(column\\s+)?\\w+\\s+[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)");

    @Test
    void a_removing_migration_names_its_required_program_version() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            List<Path> careless = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> version(file) >= FIRST_TO_SAY)
                    .filter(file -> isCareless(text(file)))
                    .toList();

            assertThat(careless).isEmpty();
        }
    }

    @Test
    void removing_and_adding_migrations_are_distinguished() {
        assertThat(isCareless("alter table mr_task drop column colour;")).isTrue();
        assertThat(isCareless("alter table mr_task alter column colour rename to tint;"))
                .isTrue();
        assertThat(isCareless("alter table mr_task add column colour varchar(9) not null;"))
                .isTrue();
        assertThat(isCareless("alter table mr_task alter column colour set not null;"))
                .isTrue();

        assertThat(isCareless("drop index mr_task_old;")).isFalse();
        assertThat(isCareless("alter table mr_task add column colour varchar(9);"))
                .isFalse();
        assertThat(isCareless("alter table mr_task add column colour varchar(9) default 'red' not null;"))
                .isFalse();
        assertThat(isCareless("drop table mr_old; update mr_schema set oldest_program = 30;"))
                .isFalse();
    }

    private static boolean isCareless(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT).replaceAll("--[^\\n]*", "");
        String added = lower.replaceAll("default\\s+\\S+\\s+not\\s+null", "not null default x");
        return TAKES_AWAY.matcher(added).find() && !lower.contains("update mr_schema set oldest_program");
    }

    private static int version(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
