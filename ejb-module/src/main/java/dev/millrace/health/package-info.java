/**
 * Whether what Millrace stands on is there: the database and Redis, looked at now and then on threads of their own, so
 * that whoever asks is answered at once.
 */
package dev.millrace.health;
