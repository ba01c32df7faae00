/** Databases of a test's own as real processes. Used from the test's thread. */
package dev.millrace.testkit.database;
