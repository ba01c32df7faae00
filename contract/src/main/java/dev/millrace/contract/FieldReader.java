package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads a message's fields. A missing or malformed field becomes {@link UnreadableMessage} with its name. */
final class FieldReader {
    static final String VERSION_FIELD = "v";
    static final String VERSION = "1";

    private final Map<String, String> fields;

    /** Accepts only messages of a version that this side understands. */
    FieldReader(Map<String, String> fields) throws UnreadableMessage {
        this.fields = fields;
        String version = fields.get(VERSION_FIELD);
        if (!VERSION.equals(version)) {
            throw new UnreadableMessage("unsupported version " + Excerpt.of(version) + ", expected " + VERSION);
        }
    }

    String text(String name) throws UnreadableMessage {
        String value = fields.get(name);
        if (value == null) {
            throw new UnreadableMessage("field '" + name + "' is missing");
        }
        return value;
    }

    /** @throws UnreadableMessage also if it has more than {@code maxLength} characters */
    String textUpTo(String name, int maxLength) throws UnreadableMessage {
        String value = text(name);
        if (value.length() > maxLength) {
            throw new UnreadableMessage("field '" + name + "' is longer than " + maxLength + " characters");
        }
        return value;
    }

    /** As {@link #textUpTo(String, int)}, for a text that names something. */
    String name(String name, int maxLength) throws UnreadableMessage {
        String value = textUpTo(name, maxLength);
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableMessage("field '" + name + "' must be a name without control characters");
        }
        return value;
    }

    String textOrNull(String name) {
        return fields.get(name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    UUID uuid(String name) throws UnreadableMessage {
        return parse(name, UUID::fromString, "a UUID");
    }

    Instant instant(String name) throws UnreadableMessage {
        Instant time = parse(name, text -> Instant.ofEpochMilli(Long.parseLong(text)), "milliseconds since 1970");
        if (time.isBefore(Instant.EPOCH) || time.isAfter(MessageLimits.LATEST_TIME)) {
            throw new UnreadableMessage("field '" + name + "' must be a time between 1970 and 9999");
        }
        return time;
    }

    Duration duration(String name) throws UnreadableMessage {
        Duration duration = parse(name, text -> Duration.ofMillis(Long.parseLong(text)), "milliseconds");
        if (duration.isNegative()) {
            throw new UnreadableMessage("field '" + name + "' is negative");
        }
        if (duration.compareTo(MessageLimits.DURATION) > 0) {
            throw new UnreadableMessage(
                    "field '" + name + "' must be at most " + MessageLimits.DURATION.toDays() + " days");
        }
        return duration;
    }

    Duration durationOrNull(String name) throws UnreadableMessage {
        return fields.containsKey(name) ? duration(name) : null;
    }

    /** @throws UnreadableMessage also if it is zero */
    Duration positiveDurationOrNull(String name) throws UnreadableMessage {
        Duration duration = durationOrNull(name);
        if (duration != null && duration.isZero()) {
            throw new UnreadableMessage("field '" + name + "' must be positive");
        }
        return duration;
    }

    long number(String name) throws UnreadableMessage {
        return parse(name, Long::valueOf, "a whole number");
    }

    int positiveIntUpTo(String name, int max) throws UnreadableMessage {
        int number = positiveInt(name);
        if (number > max) {
            throw new UnreadableMessage("field '" + name + "' must be at most " + max);
        }
        return number;
    }

    int positiveInt(String name) throws UnreadableMessage {
        int number = parse(name, Integer::valueOf, "a whole number");
        if (number < 1) {
            throw new UnreadableMessage("field '" + name + "' must be positive");
        }
        return number;
    }

    Integer positiveIntOrNull(String name) throws UnreadableMessage {
        return fields.containsKey(name) ? positiveInt(name) : null;
    }

    double fraction(String name) throws UnreadableMessage {
        double number = parse(name, Double::valueOf, "a number");
        if (!(number >= 0 && number <= 1)) {
            throw new UnreadableMessage("field '" + name + "' must be between 0 and 1");
        }
        return number;
    }

    boolean bool(String name) throws UnreadableMessage {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnreadableMessage("field '" + name + "' must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    boolean boolOrFalse(String name) throws UnreadableMessage {
        return fields.containsKey(name) && bool(name);
    }

    /**
     * @param max how many there may be
     * @param maxLength how many characters each may have
     */
    List<String> list(String name, int max, int maxLength) throws UnreadableMessage {
        String text = textUpTo(name, max * (maxLength + 1));
        List<String> list = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", max + 1));
        if (list.size() > max) {
            throw new UnreadableMessage("field '" + name + "' has more than " + max + " items");
        }
        if (list.stream().anyMatch(one -> one.length() > maxLength)) {
            throw new UnreadableMessage("field '" + name + "' has an item longer than " + maxLength + " characters");
        }
        return list;
    }

    private <T> T parse(String name, Function<String, T> parser, String expected) throws UnreadableMessage {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new UnreadableMessage("field '" + name + "' is not " + expected, e);
        }
    }
}
