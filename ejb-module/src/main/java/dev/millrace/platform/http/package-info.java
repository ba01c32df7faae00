/**
 * Network addresses and host names of HTTP: the trusted proxies and the names of this server. Immutable values; knows
 * no servlet and opens no connection.
 */
package dev.millrace.platform.http;
