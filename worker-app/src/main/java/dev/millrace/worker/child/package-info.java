/**
 * Child processes that run the handlers of isolated types, one task at a time each, so that they can be killed and have a
 * heap of their own. Parent and child talk in JSON over a connection of their own on the loopback interface; when it ends the
 * child does, too. The child's standard input is at its end when the first handler runs; its output goes to the log. In the child one thread listens and one runs the handler; in the parent two read, and the task's
 * own waits. Nothing here knows Redis.
 */
package dev.millrace.worker.child;
