package dev.millrace.web.push;

import dev.millrace.push.Position;

/**
 * One event as it goes to a client, or a sign of life.
 *
 * @param position after which a client resumes that saw this last; null for a sign of life
 * @param text a CloudEvent in JSON; null for a sign of life
 * @param replaces what this is the latest of: of frames that wait with the same, only the latest is sent; null = all are
 */
record Frame(Position position, String text, Object replaces) {
    static final Frame SIGN_OF_LIFE = new Frame(null, null, "sign of life");

    boolean isSignOfLife() {
        return text == null;
    }
}
