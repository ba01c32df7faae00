/**
 * Reads MicroProfile Config once at start, into one record for each concern, and refuses the start with every fault
 * named; then has database and Redis looked at, once, for what will not heal by waiting. Runs on the deploying thread only.
 */
package dev.millrace.config;
