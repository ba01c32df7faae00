/** Schedules over REST. Runs on request threads; only turns HTTP into calls of the domain and back. */
package dev.millrace.web.schedule;
