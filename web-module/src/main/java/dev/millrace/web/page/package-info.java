/** The pages for browsers: their protection and caching, and the page of the API. Runs on request threads. */
package dev.millrace.web.page;
