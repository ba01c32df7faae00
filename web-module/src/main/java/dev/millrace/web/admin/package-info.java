/** What admins and auditors see, and what admins do, over REST. Runs on request threads. */
package dev.millrace.web.admin;
