/**
 * Child processes that run the handlers of isolated types, one task at a time each, so that they can be killed and have a
 * heap of their own. Parent and child talk in JSON lines over the child's standard input and output; when the input ends
 * the child does, too. In the child one thread listens and one runs the handler; in the parent two read, and the task's
 * own waits. Nothing here knows Redis.
 */
package dev.millrace.worker.child;
