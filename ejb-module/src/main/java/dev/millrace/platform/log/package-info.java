/**
 * Filters on the application servers' logs about Millrace. Runs at deployment, and its filters on the threads that log;
 * depends on no other package.
 */
package dev.millrace.platform.log;
