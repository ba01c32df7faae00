package dev.millrace.worker.shape;

/** Where a value stands in its document. */
record Place(Place parent, String step, int depth) {
    static final int DEEPEST = 200;
    static final Place ROOT = new Place(null, "", 0);

    /** @throws UnfitValue if values are nested deeper than they may be */
    Place at(String name) throws UnfitValue {
        if (depth == DEEPEST) {
            throw new UnfitValue(this, "is nested more than " + DEEPEST + " deep");
        }
        return new Place(this, name, depth + 1);
    }

    Place at(int index) throws UnfitValue {
        return at(Integer.toString(index));
    }

    /** @return as JSON Pointer (RFC 6901), empty for the whole */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Place place = this; place.parent != null; place = place.parent) {
            pointer.insert(0, '/' + place.step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
