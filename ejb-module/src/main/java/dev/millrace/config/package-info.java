/**
 * Reads MicroProfile Config once at start, into one record for each concern, and refuses the start with every fault
 * named. Runs on the deploying thread only; nothing here talks to Redis or SQL.
 */
package dev.millrace.config;
