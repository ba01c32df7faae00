/**
 * Configuration keys: reads them from MicroProfile Config and collects every fault. It aborts the start in one
 * sentence, with an exit code if Millrace owns the process. Knows no feature; each feature has its own record of
 * settings. Runs on the thread that starts the application.
 */
package dev.millrace.platform.config;
