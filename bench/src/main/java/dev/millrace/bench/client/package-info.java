/**
 * The load client: users of a Millrace server who submit over HTTP and listen on WebSockets. Its own cost is part of every
 * figure, as client and server share the machine; so what is done once for each task is done with as little as possible.
 */
package dev.millrace.bench.client;
