package dev.millrace.platform.problem;

/**
 * One fault in a caller's request.
 *
 * @param pointer JSON Pointer (RFC 6901) to it in the request's body; empty for the whole. Names and pointer are
 *     bounded, since they come from the request: a longer pointer ends at the object or array around the fault.
 * @param detail the fault, for people
 */
public record Fault(String pointer, String detail) {
    /** Most characters of one name in a pointer. */
    public static final int MAX_NAME_LENGTH = 100;

    static final int MAX_POINTER_LENGTH = 300;

    public Fault {
        pointer = bounded(pointer);
    }

    private static String bounded(String pointer) {
        int end = 0;
        while (end < pointer.length()) {
            int next = pointer.indexOf('/', end + 1);
            int nameEnd = next < 0 ? pointer.length() : next;
            if (nameEnd > MAX_POINTER_LENGTH || nameEnd - end - 1 > MAX_NAME_LENGTH) {
                return pointer.substring(0, end);
            }
            end = nameEnd;
        }
        return pointer;
    }
}
