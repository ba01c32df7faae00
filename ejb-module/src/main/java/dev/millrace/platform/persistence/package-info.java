/**
 * The database: its pooled data source, its schema, brought up to date before anything uses it, and the mapping of Java values
 * to columns. Runs at deployment; needs no Redis.
 */
package dev.millrace.platform.persistence;
