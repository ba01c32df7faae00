/**
 * Pushes events to open sessions, over WebSocket and as Server-Sent Events: one bounded queue and one writer for each
 * session. Runs on the containers' threads, on the thread that follows the users' streams, and on two loops that all
 * sessions share; none of them ever waits for a client. A fault of one session ends that session only.
 */
package dev.millrace.web.push;
