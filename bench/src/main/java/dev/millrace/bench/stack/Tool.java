package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs programs to their end. */
public final class Tool {
    private static final int MOST_SAID = 1_000;

    private Tool() {}

    /** A program that has not run yet. */
    public record Call(List<String> command, Map<String, String> environment) {
        public Call(List<String> command) {
            this(command, Map.of());
        }

        /** The same program with one more variable in its environment. */
        public Call with(String variable, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(variable, value);
            return new Call(command, more);
        }

        /**
         * Runs the program.
         *
         * @return its standard output
         * @throws IllegalStateException if it did not exit with 0; the message has the end of its output
         */
        public String output() {
            try {
                Path said = Files.createTempFile("bench", ".log");
                try {
                    return output(said);
                } finally {
                    Files.delete(said);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(command.get(0) + " cannot be run", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private String output(Path said) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(said.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                String errors = Files.readString(said).strip();
                String reason = errors.isEmpty() ? output.strip() : errors;
                throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue() + ": "
                        + reason.substring(Math.max(0, reason.length() - MOST_SAID)));
            }
            return output;
        }
    }

    /** The Java that runs this program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The output of a program; errors as for {@link Call#output}. */
    public static String run(String... command) {
        return new Call(List.of(command)).output();
    }
}
