/**
 * The database: its data source as the platform pools it, its schema brought up to date before anyone needs it, and how
 * Java values lie in columns. Runs at deployment; needs no Redis.
 */
package dev.millrace.persistence;
