/** What admins see over REST. Runs on request threads. */
package dev.millrace.web.admin;
