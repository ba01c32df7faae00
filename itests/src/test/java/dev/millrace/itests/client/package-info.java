/**
 * People at the door of a server, over plain HTTP and WebSocket: they register, sign in, submit and listen.
 * Waits are bounded and on conditions. Knows nothing of how the server was started.
 */
package dev.millrace.itests.client;
