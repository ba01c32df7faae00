package dev.millrace.task.lifecycle;

/** Receives lifecycle events of this node's tasks. Many threads call it; it must not wait or fail. */
public interface TaskLifecycleListener {
    void onEvent(TaskLifecycleEvent event);
}
