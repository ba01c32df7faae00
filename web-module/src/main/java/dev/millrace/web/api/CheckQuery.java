package dev.millrace.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/**
 * Checks a query as the client wrote it. Servers ignore a parameter that is unknown, empty, given twice or not UTF-8.
 * Then the call shows or changes something else than the client meant.
 */
final class CheckQuery {
    private static final int HEX = 16;

    private final QueryNames known;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private CheckQuery(QueryNames known) {
        this.known = known;
    }

    /**
     * @param query as in the address, without the {@code ?}
     * @throws InvalidRequest with each fault at {@code ?<name>}, at {@code ?} if the name cannot be repeated
     */
    static void throwIfInvalid(String query, QueryNames known) {
        CheckQuery check = new CheckQuery(known);
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                check.parameter(parameter);
            }
        }
        if (!check.faults.isEmpty()) {
            throw new InvalidRequest(check.faults.stream().distinct().toList());
        }
    }

    private void parameter(String written) {
        int end = written.indexOf('=');
        String name = decoded(end < 0 ? written : written.substring(0, end));
        if (name == null) {
            faults.add(new Fault("?", "must be UTF-8, percent-encoded"));
        } else if (!known.all().contains(name)) {
            faults.add(new Fault(QueryNames.pointer(name), "unknown query parameter"));
        } else {
            knownParameter(name, end < 0 ? "" : decoded(written.substring(end + 1)));
        }
    }

    private void knownParameter(String name, String value) {
        if (!seen.add(name) && !known.lists().contains(name)) {
            faults.add(new Fault("?" + name, "is given twice"));
        }
        if (value == null) {
            faults.add(new Fault("?" + name, "must be UTF-8, percent-encoded"));
        } else if (value.isEmpty()) {
            faults.add(new Fault("?" + name, "must not be empty"));
        }
    }

    /** @return null if it is not UTF-8, or a percent sign has no two hexadecimal digits after it */
    private static String decoded(String written) {
        byte[] raw = written.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], HEX) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], HEX) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
