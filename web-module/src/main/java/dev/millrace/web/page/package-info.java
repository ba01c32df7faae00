/** What browsers load: how it is protected and cached, and the page of the API. Runs on request threads. */
package dev.millrace.web.page;
