/**
 * The database: its pooled data source, its schema, migrated before its first use, and the mapping of Java values to
 * columns. The migration runs at deployment. Any thread may borrow a connection, and gives it back with its
 * transaction. Needs no Redis.
 */
package dev.millrace.platform.persistence;
