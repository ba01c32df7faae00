/**
 * Pushes events to open connections, over WebSocket and as Server-Sent Events. Each connection has a bounded send queue and
 * one writer. Runs on the containers' threads and on two shared loops, which never wait for a client. A failure of one
 * connection closes that connection only.
 */
package dev.millrace.web.push;
