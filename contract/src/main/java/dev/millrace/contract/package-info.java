/**
 * The wire contract of server and worker: names of Redis keys, messages, and the description of a task type.
 * Plain values without threads or I/O. They depend on the JDK only, so that any worker and any server can share them.
 */
package dev.millrace.contract;
