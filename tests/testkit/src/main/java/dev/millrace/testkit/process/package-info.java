/**
 * Programs, folders, ports and build results of this machine. A test starts, kills and freezes real processes; each one
 * ends with the test's virtual machine at the latest. Used from the test's thread.
 */
package dev.millrace.testkit.process;
