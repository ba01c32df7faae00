package dev.millrace.worker.codec;

/** The place of a value in its document. */
record ValuePath(ValuePath parent, String step, int depth) {
    static final int MAX_DEPTH = 200;
    static final ValuePath ROOT = new ValuePath(null, "", 0);

    /** @throws InvalidValue if values are nested too deep */
    ValuePath child(String name) throws InvalidValue {
        if (depth == MAX_DEPTH) {
            throw new InvalidValue(this, "exceeds the nesting depth of " + MAX_DEPTH);
        }
        return new ValuePath(this, name, depth + 1);
    }

    ValuePath item(int index) throws InvalidValue {
        return child(Integer.toString(index));
    }

    /** @return as JSON Pointer (RFC 6901), empty for the whole */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (ValuePath path = this; path.parent != null; path = path.parent) {
            pointer.insert(0, '/' + path.step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
