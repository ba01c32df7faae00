/**
 * The REST application as a whole: its root, its document, the limits of every request. Runs on the server's request
 * threads.
 */
package dev.millrace.web.api;
