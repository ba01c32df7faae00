/**
 * The fault suite: it kills, freezes, cuts off and restarts real processes amid hundreds of tasks. Afterwards a
 * {@link dev.millrace.itests.faults.SubmittedTasks} compares the submitted tasks with their outcomes. Victims and moments come
 * from a {@link dev.millrace.itests.faults.Seed}. Waits are on conditions.
 */
package dev.millrace.itests.faults;
