/**
 * Users of a server, over plain HTTP and WebSocket: they register, sign in, submit and listen.
 * Waits are bounded and on conditions. The package does not know how tests start the server.
 */
package dev.millrace.testkit.client;
