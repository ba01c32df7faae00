package dev.millrace.platform.json;

/**
 * A text is not JSON. The message gives reason and place, for people, as in "unexpected end at line 1"; never the
 * text.
 */
public class NotJson extends Exception {
    private static final long serialVersionUID = 1;

    NotJson(String reason) {
        super(reason);
    }
}
