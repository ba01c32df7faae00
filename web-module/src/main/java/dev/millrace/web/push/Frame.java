package dev.millrace.web.push;

import java.util.List;
import java.util.stream.Collectors;

import dev.millrace.push.StreamPosition;

/**
 * One message to a client: an event, several events, or a keepalive.
 *
 * @param position from which a client resumes after this frame; null for a keepalive
 * @param text a CloudEvent in JSON, or an array of several; null for a keepalive
 * @param coalesceKey of waiting frames with the same key the connection sends only the latest; null = it sends all
 */
record Frame(StreamPosition position, String text, Object coalesceKey) {
    static final Frame KEEPALIVE = new Frame(null, null, "keepalive");

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
