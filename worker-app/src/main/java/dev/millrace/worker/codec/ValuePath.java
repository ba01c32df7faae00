package dev.millrace.worker.codec;

/** Where a value stands in its document. */
record ValuePath(ValuePath parent, String step, int depth) {
    static final int DEEPEST = 200;
    static final ValuePath ROOT = new ValuePath(null, "", 0);

    /** @throws InvalidValue if values are nested deeper than they may be */
    ValuePath at(String name) throws InvalidValue {
        if (depth == DEEPEST) {
            throw new InvalidValue(this, "is nested more than " + DEEPEST + " deep");
        }
        return new ValuePath(this, name, depth + 1);
    }

    ValuePath at(int index) throws InvalidValue {
        return at(Integer.toString(index));
    }

    /** @return as JSON Pointer (RFC 6901), empty for the whole */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (ValuePath place = this; place.parent != null; place = place.parent) {
            pointer.insert(0, '/' + place.step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
