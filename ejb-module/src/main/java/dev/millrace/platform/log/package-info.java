/** Filters on what the application servers log about Millrace. Runs at deployment; needs nothing. */
package dev.millrace.platform.log;
