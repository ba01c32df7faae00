package dev.millrace.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.flywaydb.core.api.FlywayException;

import dev.millrace.platform.config.StartRefused;
import dev.millrace.platform.problem.Causes;

/** Checks that the database accepts Millrace's login, and that this program knows its schema. */
public final class CheckDatabase {
    private static final String AUTHENTICATION_FAILED = "28";
    private static final String NO_SUCH_DATABASE = "3D";
    private static final int H2_WRONG_PASSWORD = 28_000;
    private static final int H2_UNREADABLE_URL = 90_046;

    private CheckDatabase() {}

    /** @throws StartRefused if not, or if the database is unreachable: no start is possible without it */
    public static void check() {
        check(parse(MillraceDataSource::unpooled));
    }

    /** The driver's own message would repeat an unreadable address, with a password that may be in it. */
    static DataSource parse(Supplier<DataSource> database) {
        try {
            return database.get();
        } catch (IllegalArgumentException e) {
            throw unreadableUrl();
        }
    }

    private static StartRefused unreadableUrl() {
        return new StartRefused(
                "Millrace does not start. millrace.db.url is not an address that the database's driver can read.",
                StartRefused.CONFIGURATION);
    }

    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            SchemaVersion.rejectIfTooNew(database, connection);
        } catch (SQLException | FlywayException e) {
            throw startRefused(e);
        }
    }

    /** @param why the exception of a connect, read or migration */
    static StartRefused startRefused(Exception why) {
        return Causes.of(why)
                .filter(cause -> cause instanceof SQLException sql && sql.getSQLState() != null)
                .findFirst()
                .map(cause -> ofDatabase((SQLException) cause))
                .orElseGet(() -> ofSchema(why));
    }

    private static StartRefused ofSchema(Exception why) {
        String first = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return new StartRefused(
                "Millrace does not start. The database's schema cannot be brought up to date: " + first,
                StartRefused.CONFIGURATION);
    }

    private static StartRefused ofDatabase(SQLException error) {
        String state = error.getSQLState();
        if (state.startsWith(AUTHENTICATION_FAILED) || error.getErrorCode() == H2_WRONG_PASSWORD) {
            return new StartRefused(
                    "Millrace does not start. The database rejects this user and password.",
                    StartRefused.CONFIGURATION);
        }
        if (state.startsWith(NO_SUCH_DATABASE)) {
            return new StartRefused(
                    "Millrace does not start. The database server has no database with this name.",
                    StartRefused.CONFIGURATION);
        }
        if (error.getErrorCode() == H2_UNREADABLE_URL) {
            return unreadableUrl();
        }
        String first = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        return new StartRefused(
                "Millrace does not start. The database cannot be used: " + first + " (SQLSTATE " + state + ")",
                StartRefused.TRY_AGAIN);
    }
}
