package dev.millrace.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.h2.jdbcx.JdbcDataSource;

/** A database of a test's own with the schema in place, and transactions on it without a container. */
public final class TestDatabase implements Closeable {
    private final EntityManagerFactory factory;
    private final Closeable server;

    private TestDatabase(DataSource dataSource, Closeable server) {
        Schema.migrate(dataSource);
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.nonJtaDataSource", dataSource);
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("eclipselink.target-server", "None");
        properties.put("eclipselink.session-name", UUID.randomUUID().toString());
        this.factory = new PersistenceProvider().createEntityManagerFactory("millrace", properties);
        this.server = server;
    }

    public static TestDatabase h2() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new TestDatabase(memory, () -> {});
    }

    public static TestDatabase postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new TestDatabase(server.getPostgresDatabase(), server);
    }

    /** Runs {@code work} in a transaction of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        factory.close();
        server.close();
    }
}
