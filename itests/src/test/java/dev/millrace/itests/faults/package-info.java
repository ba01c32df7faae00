/**
 * The fault suite: real processes are killed, frozen, cut off and restarted amid hundreds of tasks; afterwards a
 * {@link dev.millrace.itests.faults.SubmittedTasks} holds what was submitted against what became of it. Victims and moments are
 * drawn from a {@link dev.millrace.itests.faults.Seed}. Waits are on conditions.
 */
package dev.millrace.itests.faults;
