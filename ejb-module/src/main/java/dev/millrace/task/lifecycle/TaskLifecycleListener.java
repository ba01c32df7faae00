package dev.millrace.task.lifecycle;

/** A bean that is told of everything that happens to tasks on this node. Called by many threads; must not wait or fail. */
public interface TaskLifecycleListener {
    void onEvent(TaskLifecycleEvent event);
}
