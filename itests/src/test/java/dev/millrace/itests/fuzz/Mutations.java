package dev.millrace.itests.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a right body wrong in one place, so that the rest of it gets as far as it can. */
final class Mutations {
    private final Hostile hostile;
    private final Random random;

    Mutations(Hostile hostile, Random random) {
        this.hostile = hostile;
        this.random = random;
    }

    /** Replaces, removes or adds one value, anywhere in a copy. */
    JsonNode mutated(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<Consumer<JsonNode>> places = new ArrayList<>();
        List<Runnable> removals = new ArrayList<>();
        collect(copy, places, removals);
        if (places.isEmpty() || random.nextInt(30) == 0) {
            return hostile.value();
        }
        if (!removals.isEmpty() && random.nextInt(8) == 0) {
            removals.get(random.nextInt(removals.size())).run();
        } else {
            places.get(random.nextInt(places.size())).accept(hostile.value());
        }
        return copy;
    }

    private void collect(JsonNode node, List<Consumer<JsonNode>> places, List<Runnable> removals) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                places.add(value -> object.set(member.getKey(), value));
                removals.add(() -> object.remove(member.getKey()));
                collect(member.getValue(), places, removals);
            });
            if (random.nextInt(4) == 0) {
                places.add(value -> object.set(hostile.text(), value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                removals.add(() -> array.remove(index));
                collect(array.get(i), places, removals);
            }
        }
    }

    /** Cuts, doubles or alters the text of a body. */
    byte[] damaged(byte[] body) {
        int at = random.nextInt(body.length + 1);
        return switch (random.nextInt(4)) {
            case 0 -> new byte[0];
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
