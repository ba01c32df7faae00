/**
 * Users of a server, over plain HTTP and WebSocket: they register, sign in, submit and listen.
 * Waits are bounded and on conditions. The package does not know how tests start the server. Used from the test's thread;
 * events arrive on the threads of the HTTP client.
 */
package dev.millrace.testkit.client;
