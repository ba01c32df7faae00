/** What the servers that Millrace runs on write to their logs about it. Runs at deployment; needs nothing. */
package dev.millrace.log;
