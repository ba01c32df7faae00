package dev.millrace.workflow;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An edge of the graph: a task waits for another one of its workflow.
 *
 * @param task the other one's name in the workflow
 * @param onFailure the policy if that one does not succeed
 */
public record Dependency(String task, OnFailure onFailure) {
    static String toText(List<Dependency> dependencies) {
        return dependencies.stream()
                .map(dependency -> dependency.task + " " + dependency.onFailure)
                .collect(Collectors.joining("\n"));
    }

    static List<Dependency> parse(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .map(parts -> new Dependency(parts[0], OnFailure.valueOf(parts[1])))
                .toList();
    }
}
