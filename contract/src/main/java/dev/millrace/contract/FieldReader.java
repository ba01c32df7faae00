package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads a message's fields; what is missing or malformed becomes {@link UnreadableMessage} with the field's name. */
final class FieldReader {
    static final String VERSION = "v";
    static final String CURRENT_VERSION = "1";

    private final Map<String, String> fields;

    /** Accepts only messages of a version that this side understands. */
    FieldReader(Map<String, String> fields) throws UnreadableMessage {
        this.fields = fields;
        String version = fields.get(VERSION);
        if (!CURRENT_VERSION.equals(version)) {
            throw new UnreadableMessage(
                    "version " + Excerpt.shown(version) + " is not understood, expected " + CURRENT_VERSION);
        }
    }

    String text(String name) throws UnreadableMessage {
        String value = fields.get(name);
        if (value == null) {
            throw new UnreadableMessage("field '" + name + "' is missing");
        }
        return value;
    }

    /** @throws UnreadableMessage also if it has more than {@code longest} characters */
    String text(String name, int longest) throws UnreadableMessage {
        String value = text(name);
        if (value.length() > longest) {
            throw new UnreadableMessage("field '" + name + "' is longer than " + longest + " characters");
        }
        return value;
    }

    /** As {@link #text(String, int)}, for a text that names something. */
    String name(String name, int longest) throws UnreadableMessage {
        String value = text(name, longest);
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableMessage("field '" + name + "' is no name");
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
        return parsed(name, UUID::fromString, "a UUID");
    }

    Instant instant(String name) throws UnreadableMessage {
        Instant time = parsed(name, text -> Instant.ofEpochMilli(Long.parseLong(text)), "milliseconds since 1970");
        if (time.isBefore(Instant.EPOCH) || time.isAfter(MessageLimits.LATEST)) {
            throw new UnreadableMessage("field '" + name + "' is no time between 1970 and 9999");
        }
        return time;
    }

    Duration duration(String name) throws UnreadableMessage {
        Duration duration = parsed(name, text -> Duration.ofMillis(Long.parseLong(text)), "milliseconds");
        if (duration.isNegative()) {
            throw new UnreadableMessage("field '" + name + "' is negative");
        }
        if (duration.compareTo(MessageLimits.PERIOD) > 0) {
            throw new UnreadableMessage("field '" + name + "' is more than " + MessageLimits.PERIOD.toDays() + " days");
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
            throw new UnreadableMessage("field '" + name + "' is not positive");
        }
        return duration;
    }

    long number(String name) throws UnreadableMessage {
        return parsed(name, Long::valueOf, "a whole number");
    }

    int positive(String name, int most) throws UnreadableMessage {
        int number = positive(name);
        if (number > most) {
            throw new UnreadableMessage("field '" + name + "' is more than " + most);
        }
        return number;
    }

    int positive(String name) throws UnreadableMessage {
        int number = parsed(name, Integer::valueOf, "a whole number");
        if (number < 1) {
            throw new UnreadableMessage("field '" + name + "' is not positive");
        }
        return number;
    }

    Integer positiveOrNull(String name) throws UnreadableMessage {
        return fields.containsKey(name) ? positive(name) : null;
    }

    double fraction(String name) throws UnreadableMessage {
        double number = parsed(name, Double::valueOf, "a number");
        if (!(number >= 0 && number <= 1)) {
            throw new UnreadableMessage("field '" + name + "' is not between 0 and 1");
        }
        return number;
    }

    boolean flag(String name) throws UnreadableMessage {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnreadableMessage("field '" + name + "' is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    boolean flagOrFalse(String name) throws UnreadableMessage {
        return fields.containsKey(name) && flag(name);
    }

    /**
     * @param most how many there may be
     * @param longest how many characters each may have
     */
    List<String> list(String name, int most, int longest) throws UnreadableMessage {
        String text = text(name, most * (longest + 1));
        List<String> list = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", most + 1));
        if (list.size() > most) {
            throw new UnreadableMessage("field '" + name + "' lists more than " + most);
        }
        if (list.stream().anyMatch(one -> one.length() > longest)) {
            throw new UnreadableMessage("field '" + name + "' lists what is longer than " + longest + " characters");
        }
        return list;
    }

    private <T> T parsed(String name, Function<String, T> parser, String expected) throws UnreadableMessage {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new UnreadableMessage("field '" + name + "' is not " + expected, e);
        }
    }
}
