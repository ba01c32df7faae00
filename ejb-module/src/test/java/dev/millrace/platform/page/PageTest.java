package dev.millrace.platform.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void the_next_page_begins_after_the_last_item_shown() {
        Page<UUID> page = Page.of(List.of(FIRST, SECOND, THIRD), 2, Function.identity());

        assertThat(page.items()).containsExactly(FIRST, SECOND);
        assertThat(page.toJson(id -> "1")).isEqualTo("{\"items\":[1,1],\"nextCursor\":\"" + SECOND + "\"}");
    }

    @Test
    void the_last_page_has_no_next_page_even_if_it_is_full_or_empty() {
        assertThat(Page.of(List.of(FIRST, SECOND), 2, Function.<UUID>identity()).toJson(id -> "1"))
                .isEqualTo("{\"items\":[1,1],\"nextCursor\":null}");
        assertThat(Page.of(List.<UUID>of(), 2, Function.identity()).toJson(id -> "1"))
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }
}
