/**
 * What the worker tells the servers: signs of life, task types, reports on tasks. One thread beats, one writes reports;
 * both go on trying while Redis is away.
 */
package dev.millrace.worker.report;
