/** The views of admins and auditors and the operations of admins, over REST. Runs on request threads. */
package dev.millrace.web.admin;
