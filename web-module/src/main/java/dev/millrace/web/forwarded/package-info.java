/**
 * The request as its client sent it, also behind proxies. The only place that reads forwarded headers, and it believes
 * those of trusted proxies only. Runs on request threads, before everything else.
 */
package dev.millrace.web.forwarded;
