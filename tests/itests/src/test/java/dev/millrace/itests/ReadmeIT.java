package dev.millrace.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.server.Stack;
import dev.millrace.testkit.server.WorkerProcess;

import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

/** The README's example class is enough to add a task type. */
@ExtendWith(SharedStack.class)
class ReadmeIT {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final Stack stack;

    ReadmeIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void the_readmes_class_becomes_a_task_type_with_a_form() throws IOException {
        Path classes = compiled(classInReadme());
        SignedInClient owner = ApiClient.at(stack.server().address()).signedIn().listening();

        try (WorkerProcess worker =
                new WorkerProcess("readme-worker", stack.redis().url(), classes)) {
            worker.start();
            owner.awaitsType("count_primes");
            JsonNode type =
                    owner.get("api/task-types/count_primes").expecting(200).json();
            owner.submits("count_primes", type.path("example").toString());

            assertThat(type.at("/parametersSchema/properties/limit/title").asText())
                    .isEqualTo("Up to");
            assertThat(owner.next(SUCCEEDED).result()).isEqualTo("{\"count\":9592}");
        }
    }

    private static String classInReadme() throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(BuildOutput.ROOT.resolve("README.md")));
        assertThat(block.find()).as("a Java class in README.md").isTrue();
        return block.group(1);
    }

    private static Path compiled(String source) throws IOException {
        Path folder = BuildOutput.TARGET.resolve("readme");
        Folders.delete(folder);
        Files.createDirectories(folder.resolve("classes"));
        Path file = Files.writeString(folder.resolve("CountPrimes.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int faults = compiler.run(
                null,
                null,
                null,
                "-cp",
                BuildOutput.inStack("millrace-worker.jar").toString(),
                "-d",
                folder.resolve("classes").toString(),
                file.toString());
        assertThat(faults).as("the class in README.md compiles").isZero();
        return folder.resolve("classes");
    }
}
