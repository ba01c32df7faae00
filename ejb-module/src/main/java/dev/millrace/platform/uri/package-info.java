/** Paths and queries of requests, as clients wrote them: decoding and checks. Pure functions; knows no servlet. */
package dev.millrace.platform.uri;
