package dev.millrace.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

final class PeerDatabase {
    private PeerDatabase() {}

    /** A pool as both projects advise it. */
    static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + "&reWriteBatchedInserts=true");
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
