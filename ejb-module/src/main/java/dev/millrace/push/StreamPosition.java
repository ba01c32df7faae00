package dev.millrace.push;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a user's event stream. As text {@code <epoch>-<offset>-<tag>}; opaque to clients.
 *
 * @param epoch changes with each gap: positions of an earlier epoch cannot be resumed
 * @param offset grows by one with each event, never reused within an epoch
 * @param tag random for each append. It tells apart events of the same offset, which a Redis that failed over to an
 *     older state may write
 */
public record StreamPosition(String epoch, long offset, long tag) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{16})-(\\d{1,15})-(\\d{1,10})");

    /** @return empty for null and for any text that is no position */
    public static Optional<StreamPosition> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new StreamPosition(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** @return whether this position is in the same epoch and not before {@code earlier} */
    public boolean isAtOrAfter(StreamPosition earlier) {
        return epoch.equals(earlier.epoch) && offset >= earlier.offset;
    }

    @Override
    public String toString() {
        return epoch + "-" + offset + "-" + tag;
    }
}
