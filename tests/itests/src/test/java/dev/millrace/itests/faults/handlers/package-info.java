/**
 * Task handlers whose side effects the fault suite can count. They run in worker processes, and in their children. They use
 * only the worker's API and the folder that the system property names.
 */
package dev.millrace.itests.faults.handlers;
