package dev.millrace.itests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a valid body invalid in one place, so that the server still accepts the rest. */
final class Mutations {
    private static final Pattern FIRST_MEMBER = Pattern.compile("^\\{(\"[^\"\\\\]*\"):");

    private final HostileValues hostile;
    private final Random random;

    Mutations(HostileValues hostile, Random random) {
        this.hostile = hostile;
        this.random = random;
    }

    /** Replaces, removes or adds one value, anywhere in a copy. */
    JsonNode mutated(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<Runnable> replacements = new ArrayList<>();
        List<Runnable> removals = new ArrayList<>();
        collect(copy, replacements, removals);
        if (replacements.isEmpty() || random.nextInt(30) == 0) {
            return hostile.value();
        }
        if (!removals.isEmpty() && random.nextInt(8) == 0) {
            removals.get(random.nextInt(removals.size())).run();
        } else {
            replacements.get(random.nextInt(replacements.size())).run();
        }
        return copy;
    }

    private void collect(JsonNode node, List<Runnable> replacements, List<Runnable> removals) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                replacements.add(() -> object.set(member.getKey(), hostile.like(member.getValue())));
                removals.add(() -> object.remove(member.getKey()));
                collect(member.getValue(), replacements, removals);
            });
            if (random.nextInt(4) == 0) {
                replacements.add(() -> object.set(hostile.text(), hostile.value()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                replacements.add(() -> array.set(index, hostile.like(array.get(index))));
                removals.add(() -> array.remove(index));
                collect(array.get(i), replacements, removals);
            }
        }
    }

    /** Repeats the first member of the body, if it is an object. */
    private static byte[] withAMemberTwice(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher first = FIRST_MEMBER.matcher(text);
        return first.find()
                ? ("{" + first.group(1) + ":null," + text.substring(1)).getBytes(StandardCharsets.UTF_8)
                : body;
    }

    /** Cuts, doubles or alters the text of a body, or repeats a member of it. */
    byte[] damaged(byte[] body) {
        int at = random.nextInt(body.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 4 -> withAMemberTwice(body);
            case 1 -> Arrays.copyOf(body, at);
            case 2 -> {
                byte[] twice = Arrays.copyOf(body, body.length * 2);
                System.arraycopy(body, 0, twice, body.length, body.length);
                yield twice;
            }
            default -> {
                byte[] altered = Arrays.copyOf(body, body.length + 1);
                altered[at] = (byte) random.nextInt(256);
                yield altered;
            }
        };
    }
}
