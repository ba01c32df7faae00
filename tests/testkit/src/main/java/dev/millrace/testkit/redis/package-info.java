/** Redis servers of a test's own. Used from the test's thread. */
package dev.millrace.testkit.redis;
