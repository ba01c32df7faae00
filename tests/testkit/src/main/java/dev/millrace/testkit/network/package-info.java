/**
 * Networks that fail as a test tells them to, and connections that send any bytes. A proxy copies data on threads of its own;
 * its methods may be called from any thread.
 */
package dev.millrace.testkit.network;
