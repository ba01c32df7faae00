/** The worker's connection to Redis: single server, Sentinel or Cluster. Shared by all threads. */
package dev.millrace.worker.redis;
