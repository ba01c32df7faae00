/** The caller's identity, from the token that MicroProfile JWT has checked. */
package dev.millrace.web.security;
