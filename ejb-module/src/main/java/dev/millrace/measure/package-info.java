/**
 * What happens to tasks, told for figures: noted by whoever makes it happen, within its transaction, and heard after the
 * commit, on the same thread. Listeners only add up in memory; none of them may wait or fail.
 */
package dev.millrace.measure;
