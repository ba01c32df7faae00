/** The identity of the caller, from the bearer token of the request. Runs on the server's request threads. */
package dev.millrace.web.security;
