package dev.millrace.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.millrace.itests.faults.handlers.Effect;

/** The effects that the handlers have had outside of Millrace. */
final class Effects {
    private final Path folder;

    /** One start of a handler. */
    record Beginning(String task, int attempt, long pid) {
        static Beginning parse(String line) {
            String[] words = line.split(" ");
            return new Beginning(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]));
        }
    }

    /** Makes a folder for the effects. */
    Effects(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve(Effect.APPLIED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The option that names the folder to a worker. */
    String property() {
        return "-D" + Effect.FOLDER + "=" + folder;
    }

    /** The tasks whose effect is there. */
    Set<String> applied() {
        try (Stream<Path> files = Files.list(folder.resolve(Effect.APPLIED))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All starts of handlers so far, in order. */
    List<Beginning> beginnings() {
        Path file = folder.resolve(Effect.BEGINNINGS);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Beginning::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
