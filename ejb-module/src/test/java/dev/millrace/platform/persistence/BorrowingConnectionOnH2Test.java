package dev.millrace.platform.persistence;

import java.nio.file.Path;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class BorrowingConnectionOnH2Test extends BorrowingConnectionContract {
    @TempDir
    private Path folder;

    private JdbcDataSource file;

    @Override
    DataSource database() {
        file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("lines"));
        return file;
    }

    @Override
    void endAllConnections() {
        on(file, "shutdown");
    }
}
