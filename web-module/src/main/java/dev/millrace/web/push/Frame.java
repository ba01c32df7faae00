package dev.millrace.web.push;

import java.util.List;
import java.util.stream.Collectors;

import dev.millrace.push.StreamPosition;

/**
 * What goes to a client at once: an event, several, or a sign of life.
 *
 * @param position after which a client resumes that saw this last; null for a sign of life
 * @param text a CloudEvent in JSON, or an array of several; null for a sign of life
 * @param coalesceKey what this is the latest of: of frames that wait with the same, only the latest is sent; null = all are
 */
record Frame(StreamPosition position, String text, Object coalesceKey) {
    static final Frame KEEPALIVE = new Frame(null, null, "sign of life");

    /** @param frames events, in order; at least one */
    static Frame batch(List<Frame> frames) {
        Frame last = frames.get(frames.size() - 1);
        return frames.size() == 1
                ? last
                : new Frame(
                        last.position,
                        frames.stream().map(Frame::text).collect(Collectors.joining(",", "[", "]")),
                        null);
    }

    boolean isKeepalive() {
        return text == null;
    }
}
