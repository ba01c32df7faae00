/** Turns every error into RFC 9457 problem+json, in one place. Runs on request threads. */
package dev.millrace.web.problem;
