/** The time as tests set it. Thread-safe. */
package dev.millrace.testkit.clock;
