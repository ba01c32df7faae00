/**
 * What both sides of Redis must agree on: the names of keys, the messages and the description of a task type.
 * Plain values without threads or I/O; depends on nothing, so that any worker and any server can share it.
 */
package dev.millrace.contract;
