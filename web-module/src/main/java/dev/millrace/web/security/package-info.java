/** The caller's identity, from the token that MicroProfile JWT has checked. Runs on the server's request threads. */
package dev.millrace.web.security;
