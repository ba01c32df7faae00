/**
 * Requests made from the OpenAPI document, right ones and hostile ones, sent as nobody, as a user and as an admin. The
 * document is the judge: no 5xx, no status and no body that it does not name. Runs on the test's own threads only.
 */
package dev.millrace.itests.fuzz;
