package dev.millrace.platform.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import jakarta.json.stream.JsonParser;

import dev.millrace.platform.problem.Fault;

/**
 * Checks JSON text from a client, in one pass. Each object names a property once (RFC 8259, section 4,
 * leaves duplicates undefined), and the database can store all texts and numbers.
 */
public final class CheckJson {
    static final String TWICE = "is given twice";

    /** Most levels of objects and arrays; below the parser's own limit. */
    static final int MAX_DEPTH = 900;

    private static final int MAX_FAULTS = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    /** An open object or array, and the place within it. */
    private static final class Level {
        private final Set<String> names;
        private String name;
        private int index = -1;

        Level(boolean isObject) {
            names = isObject ? new HashSet<>() : null;
        }
    }

    private CheckJson() {}

    /**
     * Checks a text that stays text.
     *
     * @return each fault at its pointer, 20 at most; an ill-formed name at its object, and none below a very long one
     * @throws NotJson if the text is not JSON, or is nested more than 900 deep
     */
    public static List<Fault> faultsIn(String json) throws NotJson {
        return new CheckJson().run(json, null);
    }

    /** Checks a text and parses it in the same pass. Faults and errors as for {@link #faultsIn}. */
    public static CheckedJson parse(String json) throws NotJson {
        JsonTree tree = new JsonTree();
        List<Fault> faults = new CheckJson().run(json, tree);
        return new CheckedJson(faults.isEmpty() ? tree.root() : null, faults);
    }

    /** @param tree to build, or null; a text with a fault is not built to its end */
    private List<Fault> run(String json, JsonTree tree) throws NotJson {
        try (JsonSource source = new JsonSource(json)) {
            for (JsonParser.Event event = source.next(); event != null; event = source.next()) {
                accept(event, source);
                if (tree != null && faults.isEmpty()) {
                    tree.accept(event, source);
                }
            }
        }
        return faults;
    }

    private void accept(JsonParser.Event event, JsonSource source) throws NotJson {
        if (event != JsonParser.Event.KEY_NAME
                && event != JsonParser.Event.END_OBJECT
                && event != JsonParser.Event.END_ARRAY) {
            Level around = levels.peek();
            if (around != null && around.names == null) {
                around.index++;
            }
        }
        switch (event) {
            case START_OBJECT, START_ARRAY -> {
                if (levels.size() == MAX_DEPTH) {
                    throw new NotJson("it is nested more than " + MAX_DEPTH + " deep");
                }
                levels.push(new Level(event == JsonParser.Event.START_OBJECT));
            }
            case END_OBJECT, END_ARRAY -> levels.pop();
            case KEY_NAME -> name(source.text());
            case VALUE_STRING -> {
                if (!WellFormedText.isWellFormed(source.text())) {
                    fault(WellFormedText.EXPECTED);
                }
            }
            case VALUE_NUMBER -> {
                String fault = NumbersInJson.findFault(source.text());
                if (fault != null) {
                    fault(fault);
                }
            }
            default -> {}
        }
    }

    private void name(String name) {
        Level object = levels.peek();
        boolean isNew = object.names.add(name);
        if (!WellFormedText.isWellFormed(name)) {
            object.name = null;
            fault("has a property whose name " + WellFormedText.EXPECTED);
        } else {
            object.name = name;
            if (!isNew) {
                fault(TWICE);
            }
        }
    }

    private void fault(String detail) {
        Fault fault = new Fault(pointer(), detail);
        if (faults.size() < MAX_FAULTS && !faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            Level level = outermost.next();
            if (level.names == null) {
                pointer.append('/').append(level.index);
            } else if (level.name == null || level.name.length() > Fault.MAX_NAME_LENGTH) {
                return pointer.toString();
            } else {
                pointer.append('/').append(Json.encodePointer(level.name));
            }
        }
        return pointer.toString();
    }
}
