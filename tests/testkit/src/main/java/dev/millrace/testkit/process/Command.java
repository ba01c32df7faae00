package dev.millrace.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that does one thing and ends.
 *
 * @param program the program and its arguments
 * @param environment variables in addition to the caller's own
 */
public record Command(List<String> program, Map<String, String> environment) {
    private static final int MAX_QUOTE = 1_000;

    public Command {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... program) {
        return new Command(List.of(program), Map.of());
    }

    /** The same program with one more variable in its environment. */
    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(program, more);
    }

    /**
     * Runs the program.
     *
     * @return its standard output
     * @throws IllegalStateException if it did not exit with 0; the message has the end of its errors, or of its output
     */
    public String output() {
        try {
            Path errors = Files.createTempFile("command", ".log");
            try {
                return output(errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program.get(0) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String output(Path errorFile) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program).redirectError(Redirect.to(errorFile.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            String errors = Files.readString(errorFile).strip();
            String reason = errors.isEmpty() ? output.strip() : errors;
            throw new IllegalStateException(program.get(0) + " ended with " + process.exitValue() + ": "
                    + reason.substring(Math.max(0, reason.length() - MAX_QUOTE)));
        }
        return output;
    }
}
