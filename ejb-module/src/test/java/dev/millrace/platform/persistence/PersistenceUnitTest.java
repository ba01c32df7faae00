package dev.millrace.platform.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class PersistenceUnitTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void every_mapped_class_is_listed() throws IOException {
        String unit = Files.readString(CLASSES.resolve("META-INF/persistence.xml"));

        List<String> mapped = mappedClasses();

        assertThat(mapped).isNotEmpty().allSatisfy(name -> assertThat(unit).contains("<class>" + name + "</class>"));
    }

    @Test
    void a_query_during_an_outage_is_not_retried_after_a_sleep() {
        try (TestDatabase database = TestDatabase.h2()) {
            DatabaseLogin login = database.inTransaction(
                    em -> (DatabaseLogin) em.unwrap(Session.class).getDatasourceLogin());

            assertThat(login.getQueryRetryAttemptCount()).isZero();
            assertThat(login.isConnectionHealthValidatedOnError()).isFalse();
        }
    }

    private static List<String> mappedClasses() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.replaceAll("[/\\\\]", ".").replaceFirst("\\.class$", ""))
                    .filter(PersistenceUnitTest::isMapped)
                    .toList();
        }
    }

    private static boolean isMapped(String name) {
        try {
            Class<?> type = Class.forName(name, false, PersistenceUnitTest.class.getClassLoader());
            return Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
                    .anyMatch(type::isAnnotationPresent);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
