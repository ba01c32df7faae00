package dev.millrace.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.flywaydb.core.api.FlywayException;

import dev.millrace.start.StartRefused;

/** Whether the database lets Millrace in, and whether its schema is one that this program can work with. */
public final class CheckDatabase {
    private static final String NOT_LET_IN = "28";
    private static final String NO_SUCH_DATABASE = "3D";
    private static final int H2_WRONG_PASSWORD = 28_000;

    private CheckDatabase() {}

    /** @throws StartRefused if not, or if the database is away: without it nothing can begin */
    public static void check() {
        check(MillraceDataSource.unpooled());
    }

    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            SchemaVersion.refuseIfTooNew(database, connection);
        } catch (SQLException | FlywayException e) {
            throw refusal(e);
        }
    }

    /** @param why what connecting, reading or migrating threw */
    static StartRefused refusal(Exception why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofDatabase(sql);
            }
        }
        String first = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return new StartRefused(
                "Millrace does not start. The database's schema cannot be brought up to date: " + first,
                StartRefused.CONFIGURATION);
    }

    private static StartRefused ofDatabase(SQLException error) {
        String state = error.getSQLState();
        if (state.startsWith(NOT_LET_IN) || error.getErrorCode() == H2_WRONG_PASSWORD) {
            return new StartRefused(
                    "Millrace does not start. The database does not accept this user and password.",
                    StartRefused.CONFIGURATION);
        }
        if (state.startsWith(NO_SUCH_DATABASE)) {
            return new StartRefused(
                    "Millrace does not start. The database server has no database of this name.",
                    StartRefused.CONFIGURATION);
        }
        String first = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        return new StartRefused(
                "Millrace does not start. The database cannot be used: " + first + " (SQLSTATE " + state + ")",
                StartRefused.TRY_AGAIN);
    }
}
