package dev.millrace.itests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;

import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The run command as somebody uses it who changes the code. */
class RunDevIT {
    private static final Path DATA = BuildOutput.TARGET.resolve("run-dev");
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final String MILL = "{\"text\":\"mill\"}";

    private final int port = Ports.free();
    private final int devPort = Ports.free();

    @Test
    void saved_sources_reach_the_running_system_and_the_front_end_passes_on_to_the_server() throws IOException {
        Folders.delete(DATA);
        Path stamp = BuildOutput.inStack("millrace.war").resolveSibling(".built");
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, now());

        try (ManagedProcess dev = started()) {
            assertThat(frontEnd("")).contains("/@vite/client");
            assertThat(frontEnd("api/openapi.yaml")).startsWith("openapi:");
            SignedInClient owner = ApiClient.at(URI.create("http://localhost:" + port + "/"))
                    .signedIn()
                    .listening();
            save("worker-app/src/main/java/dev/millrace/worker/handlers/ReverseString.java");
            dev.awaitOutput(START_LIMIT, "started again");
            owner.submits("reverse_string", MILL);
            assertThat(owner.next(SUCCEEDED).result()).contains("llim");

            save("ejb-module/src/main/java/dev/millrace/submission/Submission.java");
            dev.awaitOutput(START_LIMIT, "deployed again");
            String task = owner.submits("reverse_string", MILL).path("id").asText();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> owner.task(task).path("state").asText().equals("SUCCEEDED"));
        }
    }

    private ManagedProcess started() {
        ManagedProcess dev = new ManagedProcess(
                        "run-" + port + "-dev",
                        List.of("bash", BuildOutput.ROOT.resolve("run").toString(), "--dev", "--port", "" + port),
                        Map.of(
                                "MILLRACE_DATA", DATA.toString(),
                                "MILLRACE_DEV_PORT", "" + devPort,
                                "JAVA_HOME", System.getProperty("java.home")))
                .start();
        dev.awaitOutput(START_LIMIT, "Ctrl-C stops it");
        return dev;
    }

    /** As browsers ask, without an upgrade to HTTP/2. */
    private String frontEnd(String path) throws IOException {
        URI address = URI.create("http://localhost:" + devPort + "/" + path);
        try (InputStream body = address.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As an editor does that writes the same text again. */
    private static void save(String source) throws IOException {
        Files.setLastModifiedTime(BuildOutput.ROOT.resolve(source), now());
    }

    private static FileTime now() {
        return FileTime.from(Instant.now());
    }
}
