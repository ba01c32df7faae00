package dev.millrace.itests.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A program that does one thing and ends. */
final class Command {
    private final List<String> command;

    Command(String... command) {
        this.command = List.of(command);
    }

    /** Runs the program and returns its output, line by line; fails if the program does. */
    List<String> lines() {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader output = process.inputReader()) {
                List<String> lines = output.lines().toList();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + " ended with " + process.exitValue() + ": " + lines);
                }
                return lines;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
