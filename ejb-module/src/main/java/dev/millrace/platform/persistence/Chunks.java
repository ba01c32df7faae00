package dev.millrace.platform.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts a collection for SQL's {@code in (…)}, since drivers take a bounded number of parameters in one statement. */
public final class Chunks {
    static final int SIZE = 1_000;

    private Chunks() {}

    /** @return all elements in their order, at most 1,000 in each list; no list if there is no element */
    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> elements = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += SIZE) {
            chunks.add(elements.subList(from, Math.min(elements.size(), from + SIZE)));
        }
        return chunks;
    }
}
