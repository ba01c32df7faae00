/** Accounts and sessions over REST. Runs on request threads. */
package dev.millrace.web.account;
