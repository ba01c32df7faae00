package dev.millrace.web.api;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelativeLocationsTest {
    @ParameterizedTest
    @CsvSource({
        "tasks,                 tasks/7",
        "/tasks,                tasks/7",
        "tasks/,                ../tasks/7",
        "users,                 users/me",
        "schedules/3/run-now,   ../../tasks/7",
        "/schedules/3/run-now,  ../../tasks/7",
        "schedules/%2F/run-now, ../../tasks/7",
    })
    void a_location_is_relative_to_the_request(String path, String relative) {
        String target = relative.replace("../", "");

        assertThat(RelativeLocations.relative(path, target)).isEqualTo(relative);
    }

    @ParameterizedTest
    @CsvSource({
        "https://mill.example.org/api/,      tasks",
        "https://example.org/mill/api/,      tasks",
        "https://example.org/mill/api/,      tasks/",
        "https://example.org/a/b/millrace/api/, schedules/3/run-now",
    })
    void a_client_finds_it_under_every_prefix(String base, String path) {
        URI asked = URI.create(base + path);

        assertThat(asked.resolve(RelativeLocations.relative(path, "tasks/7"))).hasToString(base + "tasks/7");
    }
}
