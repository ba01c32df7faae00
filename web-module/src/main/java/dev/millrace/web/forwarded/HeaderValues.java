package dev.millrace.web.forwarded;

import java.util.List;

/** The headers of a request. */
@FunctionalInterface
interface HeaderValues {
    /** @return the values of all headers of this name, in any case, in their order */
    List<String> of(String name);
}
