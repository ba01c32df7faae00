/**
 * Child processes that run the handlers of isolated types, one task at a time each. So each can be killed and has a
 * heap of its own. Parent and child exchange JSON over a connection of their own on the loopback interface; the child
 * exits when it closes. The child's standard input is closed before the first handler runs; its output goes to the log.
 * In the child one thread receives and one runs the handler; in the parent two read, and the task's own waits. This
 * package does not know Redis.
 */
package dev.millrace.worker.child;
