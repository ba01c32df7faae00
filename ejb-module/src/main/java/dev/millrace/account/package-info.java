/**
 * The users of Millrace: accounts, passwords, access and refresh tokens, signing keys. Runs on request threads and at
 * start; needs SQL only.
 */
package dev.millrace.account;
