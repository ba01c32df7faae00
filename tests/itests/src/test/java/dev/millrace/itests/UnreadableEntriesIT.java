package dev.millrace.itests;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(SharedStack.class)
class UnreadableEntriesIT {
    private final Stack stack;

    UnreadableEntriesIT(Stack stack) {
        this.stack = stack;
    }

    static String[] streams() {
        return new String[] {RedisNames.tasks("default"), RedisNames.results("default"), RedisNames.ANNOUNCEMENTS};
    }

    @ParameterizedTest
    @MethodSource("streams")
    void an_unreadable_entry_is_set_aside_and_stops_no_other(String stream) {
        SignedInClient owner = ApiClient.at(stack.server().address()).signedIn().listening();
        Map<String, String> nonsense = Map.of("what", "nonsense");

        stack.redis().ask(redis -> redis.xadd(stream, StreamEntryID.NEW_ENTRY, nonsense));

        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(rejectedOf(stream)).anySatisfy(entry -> assertThat(entry.getFields())
                        .containsAllEntriesOf(nonsense)
                        .containsKey("reason")));
        owner.submits("reverse_string", "{\"text\":\"mill\"}");
        owner.next(SUCCEEDED);
    }

    private List<StreamEntry> rejectedOf(String stream) {
        return stack.redis().ask(redis -> redis.xrange(RedisNames.rejected(stream), "-", "+"));
    }
}
