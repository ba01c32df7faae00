/**
 * What runs here, for operators: the server processes that beat, versions, Redis, the database, the configuration in force.
 * One thread on each node for its own beat; the rest on request threads.
 */
package dev.millrace.system;
