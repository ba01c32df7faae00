/** Workflows over REST. Runs on request threads; turns HTTP into calls of the business and back, no more. */
package dev.millrace.web.workflow;
