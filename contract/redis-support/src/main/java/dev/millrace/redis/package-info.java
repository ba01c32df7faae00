/**
 * Redis as server and worker both use it: addresses, clients, Lua scripts, consumer groups. Runs on any thread, starts none
 * and never logs; callers pass the names of keys.
 */
package dev.millrace.redis;
