/**
 * Requests from the OpenAPI document, valid and hostile ones, sent as an anonymous caller, a user and an admin. The checker
 * compares each response with the document: no 5xx, no status and no body that it does not name.
 * Runs on the test's own threads only.
 */
package dev.millrace.itests.fuzz;
