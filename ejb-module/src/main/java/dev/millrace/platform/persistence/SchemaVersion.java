package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import dev.millrace.platform.config.StartRefused;

/**
 * Checks which programs the schema admits. A program's version is its newest migration.
 * {@code mr_schema.oldest_program} holds the migration that a program must know at least (docs/decisions/0043).
 */
final class SchemaVersion {
    private static final String[] FOR_ALL = {"classpath:db/migration"};
    private static final String[] FOR_POSTGRES = {"classpath:db/migration", "classpath:db/postgresql"};

    private SchemaVersion() {}

    /** @return the migrations for a database of this kind */
    static Flyway flyway(DataSource database, Connection connection) throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        return configured(database, postgres).load();
    }

    static FluentConfiguration configured(DataSource database, boolean postgres) {
        return Flyway.configure(SchemaVersion.class.getClassLoader())
                .dataSource(database)
                .locations(postgres ? FOR_POSTGRES : FOR_ALL);
    }

    /** @throws StartRefused if the schema needs a newer program than this one */
    static void rejectIfTooNew(DataSource database, Connection connection) throws SQLException {
        int needed = oldestProgram(connection);
        int known = needed == 0 ? 0 : newestKnown(flyway(database, connection));
        if (known < needed) {
            throw new StartRefused(
                    "Millrace does not start. This program is too old for the database: its newest migration is V"
                            + known + ", the schema needs one that knows V" + needed + ".",
                    StartRefused.CONFIGURATION);
        }
    }

    private static int newestKnown(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .mapToInt(version -> version.getMajor().intValueExact())
                .max()
                .orElse(0);
    }

    /** @return 0 for older schemas, which do not have it */
    private static int oldestProgram(Connection connection) throws SQLException {
        if (!exists(connection, "mr_schema")) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select oldest_program from mr_schema")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        String schema = connection.getSchema();
        for (String name : new String[] {table, table.toUpperCase(Locale.ROOT)}) {
            try (ResultSet tables = connection.getMetaData().getTables(null, schema, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
