/**
 * Whether what Millrace stands on is there: the database, Redis, a leader for each queue. Looked at now and then on threads
 * of their own, so that whoever asks is answered at once; what goes and comes back is logged here, once for all who need it.
 */
package dev.millrace.health;
