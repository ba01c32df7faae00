/** The REST application as a whole: its root, its document, the limits of every request. */
package dev.millrace.web.api;
