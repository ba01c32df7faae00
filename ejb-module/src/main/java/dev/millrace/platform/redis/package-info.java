/**
 * The connection to Redis: single server, Sentinel or Cluster, pooled and shared by all threads, and the way Lua
 * scripts are run. It does not know tasks.
 */
package dev.millrace.platform.redis;
