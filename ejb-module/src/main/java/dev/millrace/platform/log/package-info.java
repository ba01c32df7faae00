/** Filters on the application servers' logs about Millrace. Runs at deployment; depends on no other package. */
package dev.millrace.platform.log;
