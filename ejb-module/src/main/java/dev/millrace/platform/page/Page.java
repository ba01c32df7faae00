package dev.millrace.platform.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One page of a list, newest first.
 *
 * @param items of this page
 * @param nextCursor start of the next page, null = there is none
 */
public record Page<T>(List<T> items, UUID nextCursor) {
    /**
     * @param found the items of this page, and one more if there are more
     * @param limit most items of a page, from 1
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, id.apply(items.get(limit - 1)));
    }

    /**
     * @param view of an item, as JSON text
     * @return {@code {"items": […], "nextCursor": …}}
     */
    public String toJson(Function<T, String> view) {
        String cursor = nextCursor == null ? "null" : "\"" + nextCursor + "\"";
        return items.stream()
                .map(view)
                .collect(Collectors.joining(",", "{\"items\":[", "],\"nextCursor\":" + cursor + "}"));
    }
}
