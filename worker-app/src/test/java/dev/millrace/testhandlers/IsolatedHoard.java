package dev.millrace.testhandlers;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Holds so many megabytes after its return. */
@TaskType(
        name = "isolated_hoard",
        title = "IsolatedHoard",
        description = "Keeps so many megabytes after its end.",
        example = "{\"text\":\"x\"}",
        isolated = true)
public final class IsolatedHoard implements TaskHandler<Text, Text> {
    private static final List<byte[]> HOARD = new ArrayList<>();

    @Override
    public Text run(Text parameters, TaskContext context) {
        while (HOARD.size() < Integer.parseInt(parameters.text())) {
            HOARD.add(new byte[1 << 20]);
        }
        return new Text(Long.toString(ProcessHandle.current().pid()));
    }
}
