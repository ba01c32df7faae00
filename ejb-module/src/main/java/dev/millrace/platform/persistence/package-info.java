/**
 * The database: its pooled data source, its schema, migrated before its first use, and the mapping of Java values to
 * columns. Runs at deployment; needs no Redis.
 */
package dev.millrace.platform.persistence;
