/** Ids of rows. Plain functions that any thread may call. */
package dev.millrace.platform.id;
