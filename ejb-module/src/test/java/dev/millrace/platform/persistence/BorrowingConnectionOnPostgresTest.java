package dev.millrace.platform.persistence;

import javax.sql.DataSource;

class BorrowingConnectionOnPostgresTest extends BorrowingConnectionContract {
    private DataSource own;

    @Override
    DataSource database() {
        own = TestDatabase.emptyPostgres();
        return own;
    }

    @Override
    void endAllConnections() {
        on(
                own,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }
}
