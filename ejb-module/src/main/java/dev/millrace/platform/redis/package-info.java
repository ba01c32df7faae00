/**
 * The connection to Redis: single server, Sentinel or Cluster, pooled and shared by all threads, and the way Lua scripts
 * are run. Knows nothing of tasks.
 */
package dev.millrace.platform.redis;
