/**
 * Configuration keys: reads them from MicroProfile Config, collects every fault, and refuses the start in one sentence, with an
 * exit code where the process is the server's own. Knows no feature; each feature has its own record of settings.
 */
package dev.millrace.platform.config;
