package dev.millrace.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.audit.AuditLog;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TaskTypeRules;
import dev.millrace.contract.TypeRejection;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.redis.StreamReader;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TransactionalQueues;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Announcements of workers, from the stream into the catalogue; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskTypesContract {
    private static final TaskTypeRules RULES =
            new TaskTypeRules(true, Duration.ofSeconds(9), 3, 5, Duration.ofMinutes(1), Duration.ofHours(2), true);

    /** H2 takes 100,000 parameters in one statement, PostgreSQL's driver 65,535. */
    private static final int MORE_THAN_A_STATEMENT_TAKES = 100_000;

    private final TestDatabase database;
    private final TransactionalQueues queues;
    private final TaskTypes types;
    private final TestRedis redis = new TestRedis();
    private final MutableClock clock = new MutableClock(NOW);
    private final List<TypeRejection> rejections = new ArrayList<>();
    private String rejectedBySql;
    private int maxTypes = 1_000;
    private int overflows;

    TaskTypesContract(TestDatabase database) {
        this.database = database;
        this.queues = new TransactionalQueues(database);
        this.types = new TaskTypes() {
            @Override
            public List<TaskTypeAnnouncement> all() {
                return database.inTransaction(em -> taskTypes(em).all());
            }

            @Override
            public void checkDatabase() {
                database.inTransaction(em -> em.createNativeQuery("select 1").getSingleResult());
            }

            @Override
            public boolean save(TaskTypeAnnouncement announcement, String worker, Instant now) {
                if (announcement.name().equals("too_deep")) {
                    overflows++;
                    throw new StackOverflowError("deep");
                }
                if (announcement.name().equals(rejectedBySql)) {
                    throw new PersistenceException("value too long");
                }
                return database.inTransaction(em -> taskTypes(em).save(announcement, worker, now));
            }

            @Override
            public Set<String> hidden() {
                return database.inTransaction(em -> taskTypes(em).hidden());
            }

            @Override
            public int recordOffered(Collection<String> names, Instant now) {
                return database.inTransaction(em -> taskTypes(em).recordOffered(names, now));
            }
        };
    }

    private TaskTypes taskTypes(EntityManager em) {
        return new TaskTypes(em, new AuditLog(em, clock), new TaskSettings(1, 1, 1, maxTypes));
    }

    @BeforeEach
    void nothingAnnounced() {
        redis.client().flushAll();
        rejections.clear();
    }

    @AfterAll
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void an_announced_type_is_stored_unchanged() {
        TaskTypeAnnouncement announcement = TestAnnouncements.of("reverse_string");

        types.save(announcement, "w-1", NOW);

        assertThat(types.all()).contains(announcement);
    }

    @Test
    void a_type_without_a_timeout_has_none_and_its_rules_are_stored() {
        TaskTypeAnnouncement endless = new TaskTypeAnnouncement(
                "endless", "t", "d", "default", "{}", "{}", "{}", null, 1, Duration.ZERO, Duration.ZERO, RULES);

        types.save(endless, "w-1", NOW);

        assertThat(types.all()).contains(endless);
    }

    @Test
    void the_last_announcement_counts() {
        TaskTypeAnnouncement later = TestAnnouncements.of("changing", "other", "{\"type\":\"object\"}");

        types.save(TestAnnouncements.of("changing"), "w-1", NOW);
        types.save(later, "w-1", NOW);

        assertThat(types.all())
                .filteredOn(type -> type.name().equals("changing"))
                .containsExactly(later);
    }

    @Test
    void only_a_type_that_changes_or_changes_hands_is_audited() {
        String name = "type_" + UUID.randomUUID().toString().replace('-', '_');
        types.save(TestAnnouncements.of(name), "w-1", NOW);
        types.save(TestAnnouncements.of(name), "w-2", NOW);
        assertThat(audited(name)).isEmpty();

        types.save(TestAnnouncements.of(name, "other", "{\"type\":\"object\"}"), "w-3", NOW);
        types.save(TestAnnouncements.of(name, "other", "{\"type\":\"object\"}"), "w-4", NOW);

        assertThat(audited(name)).containsExactly("by w-3, before by w-1: queue default → other, parametersSchema");
    }

    @SuppressWarnings("unchecked")
    private List<String> audited(String type) {
        return database.inTransaction(
                em -> em.createNativeQuery("select details from mr_audit where action = 'type.change' and target = ?1")
                        .setParameter(1, type)
                        .getResultList());
    }

    @Test
    void a_full_catalogue_rejects_new_types_and_updates_existing_ones() {
        types.save(TestAnnouncements.of("known_one"), "w-1", NOW);
        maxTypes = types.all().size();
        announced(TestAnnouncements.of("one_too_many").toFields("w-1"));
        announced(TestAnnouncements.of("known_one", "other", "{}").toFields("w-1"));

        collector(new Catalogue(types, clock)).once();

        maxTypes = 1_000;
        assertThat(types.all())
                .contains(TestAnnouncements.of("known_one", "other", "{}"))
                .extracting(TaskTypeAnnouncement::name)
                .doesNotContain("one_too_many");
        assertThat(rejections).extracting(TypeRejection::type).containsExactly("one_too_many");
    }

    @Test
    void the_rejection_names_the_type_and_the_reason() {
        announced(TestAnnouncements.of("endless_one", "default", "{\"$ref\":\"#\"}")
                .toFields("w-1"));

        collector(new Catalogue(types, clock)).once();

        assertThat(rejections)
                .containsExactly(
                        new TypeRejection("w-1", "endless_one", "parametersSchema refers to itself without an end"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"longer than ten\"} | example /text must have at most 10 characters",
                "{}                           | example /text is required",
                "[\"secret\"]                 | example must be of type object",
                "{\"text\":\"\\u0000\"}        | example /text must not contain U+0000 or an unpaired surrogate",
                "{\"text\":\"\"} secret         | example is not JSON: unexpected text after the end, at line 1",
                "{secret                      | example is not JSON: unexpected character at line 1, column 2",
                "{\"text\":\"\",\"text\":\"\"}    | example /text is given twice"
            })
    void a_type_whose_own_example_does_not_fit_is_rejected_with_the_place_of_the_fault(String example, String reason) {
        Map<String, String> fields = TestAnnouncements.of("misleading").toFields("w-1");
        fields.put("example", example);
        announced(fields);

        collector(new Catalogue(types, clock)).once();

        assertThat(rejections).containsExactly(new TypeRejection("w-1", "misleading", reason));
        assertThat(types.all()).extracting(TaskTypeAnnouncement::name).doesNotContain("misleading");
    }

    @Test
    void a_long_schema_is_stored_whole() {
        String schema = "{\"description\":\"" + "x".repeat(100_000) + "\"}";

        types.save(TestAnnouncements.of("wordy", "default", schema), "w-1", NOW);

        assertThat(types.all())
                .extracting(TaskTypeAnnouncement::parametersSchema)
                .contains(schema);
    }

    @Test
    void a_type_declares_its_queue() {
        String queue = "fresh-" + UUID.randomUUID();

        announced(TestAnnouncements.of("on_a_new_queue", queue, "{}").toFields());

        collector(new Catalogue(types, clock)).once();

        assertThat(queues.names()).contains(queue);
    }

    @Test
    void a_hidden_type_reappears_when_it_is_announced_again() {
        types.save(TestAnnouncements.of("waning"), "w-1", NOW);
        hide("waning");
        Catalogue catalogue = new Catalogue(types, clock);
        assertThat(catalogue.isHidden("waning")).isTrue();

        announced(TestAnnouncements.of("waning").toFields());
        collector(catalogue).once();

        assertThat(catalogue.isHidden("waning")).isFalse();
    }

    @Test
    void a_live_worker_reveals_a_hidden_type_and_its_last_offer_is_recorded() {
        types.save(TestAnnouncements.of("thawed"), "w-1", NOW);
        hide("thawed");
        Catalogue catalogue = new Catalogue(types, clock);
        RecordOfferedTypes offers = new RecordOfferedTypes(types, catalogue, clock);

        clock.advance(Duration.ofDays(3));
        offers.record(List.of(worker("thawed")));
        Instant seen = clock.instant();
        clock.advance(Duration.ofSeconds(59));
        offers.record(List.of(worker("thawed")));
        offers.record(List.of());

        assertThat(catalogue.isHidden("thawed")).isFalse();
        assertThat(row("thawed").offeredAt()).isEqualTo(seen);
    }

    @Test
    void workers_may_offer_more_types_than_one_sql_statement_accepts() {
        types.save(TestAnnouncements.of("among_many"), "w-1", NOW);
        hide("among_many");
        List<String> names = new ArrayList<>(List.of("among_many"));
        IntStream.range(0, MORE_THAN_A_STATEMENT_TAKES)
                .mapToObj(i -> "made_up_" + i)
                .forEach(names::add);

        assertThat(types.recordOffered(names, clock.instant())).isEqualTo(1);

        assertThat(row("among_many").offeredAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_deleted_type_is_unknown_until_it_is_announced_again() {
        types.save(TestAnnouncements.of("passing"), "w-1", NOW);

        database.inTransaction(em -> {
            taskTypes(em).delete("passing");
            return null;
        });
        assertThat(types.all()).extracting(TaskTypeAnnouncement::name).doesNotContain("passing");
        assertThatThrownBy(() -> hide("passing")).isInstanceOf(UnknownTaskType.class);

        types.save(TestAnnouncements.of("passing"), "w-1", NOW);
        assertThat(types.all()).extracting(TaskTypeAnnouncement::name).contains("passing");
    }

    private void hide(String name) {
        database.inTransaction(em -> {
            taskTypes(em).setHidden(name, true);
            return null;
        });
    }

    private TaskType row(String name) {
        return database.inTransaction(em -> em.find(TaskType.class, name));
    }

    private static WorkerHeartbeat worker(String type) {
        return new WorkerHeartbeat(
                "w-1", "host", 1, "1.0", List.of("default"), List.of(type), 2, NOW, NOW, false, List.of(), false, null);
    }

    @Test
    void an_announcement_on_the_stream_is_stored_and_known_to_the_node_at_once() {
        Catalogue catalogue = new Catalogue(types, clock);
        catalogue.all();
        String name = "type_" + UUID.randomUUID().toString().replace('-', '_');
        announced(TestAnnouncements.of(name).toFields());

        collector(catalogue).once();

        assertThat(catalogue.get(name).announcement()).isEqualTo(TestAnnouncements.of(name));
        assertThat(redis.client().xlen(RedisNames.ANNOUNCEMENTS)).isZero();
    }

    @Test
    void an_unreadable_announcement_is_set_aside_and_delays_no_other() {
        announced(Map.of("rubbish", "yes"));
        announced(TestAnnouncements.of("bad_schema", "default", "{broken").toFields());
        announced(TestAnnouncements.of("bad_queue", "No Queue", "{}").toFields());
        announced(TestAnnouncements.of("good_one").toFields());

        collector(new Catalogue(types, clock)).once();

        assertThat(types.all())
                .extracting(TaskTypeAnnouncement::name)
                .contains("good_one")
                .doesNotContain("bad_schema", "bad_queue");
        assertThat(rejected())
                .extracting(entry -> entry.getFields().get("reason"))
                .hasSize(3)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(redis.client().xlen(RedisNames.ANNOUNCEMENTS)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parametersSchema | []                      | parametersSchema must be a JSON object",
                "parametersSchema | true                    | parametersSchema must be a JSON object",
                "resultSchema     | {                       | resultSchema is not JSON: unexpected end at line 1",
                "resultSchema     | {\"type\":{},\"type\":{}} | resultSchema /type is given twice",
                "timeout          | 0                       | field 'timeout' must be positive",
                "rate             | 5                       | 'rate' and 'ratePer' must be given together"
            })
    void the_rejection_of_a_type_has_a_plain_reason(String field, String value, String reason) {
        Map<String, String> fields = TestAnnouncements.of("misleading").toFields("w-1");
        fields.put(field, value);
        announced(fields);

        collector(new Catalogue(types, clock)).once();

        assertThat(rejections).containsExactly(new TypeRejection("w-1", "misleading", reason));
    }

    static Stream<Arguments> tooMuch() {
        String deep = "{\"a\":".repeat(600) + "{}" + "}".repeat(600);
        String huge = "{\"description\":\"" + "x".repeat(5_000_000) + "\"}";
        return Stream.of(
                arguments("schema nested 600 deep", "parametersSchema", deep),
                arguments("schema that refers to itself", "parametersSchema", "{\"$ref\":\"#\"}"),
                arguments("schema of 5 MB", "parametersSchema", huge),
                arguments("result schema that is none", "resultSchema", "{\"type\":7}"),
                arguments("result schema of 5 MB", "resultSchema", huge),
                arguments("example nested 10,000 deep", "example", "[".repeat(10_000) + "]".repeat(10_000)),
                arguments("long name", "name", "n".repeat(101)),
                arguments("name that is none", "name", "no name\n"),
                arguments("long title", "title", "t".repeat(201)),
                arguments("long description", "description", "d".repeat(2_001)),
                arguments("endless attempts", "maxAttempts", "2000000000"),
                arguments("endless backoff", "backoff", Long.toString(Long.MAX_VALUE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void a_harmful_type_is_rejected_with_a_reason_and_delays_no_other(String harm, String field, String value) {
        Map<String, String> fields = TestAnnouncements.of("harmful").toFields();
        fields.put(field, value);
        announced(fields);
        announced(TestAnnouncements.of("harmless").toFields());

        collector(new Catalogue(types, clock)).once();

        assertThat(types.all())
                .extracting(TaskTypeAnnouncement::name)
                .contains("harmless")
                .doesNotContain("harmful", value);
        assertThat(rejected())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFields().get("reason")).contains(field));
        assertThat(redis.client().xlen(RedisNames.ANNOUNCEMENTS)).isZero();
    }

    @Test
    void a_type_that_sql_rejects_is_set_aside_and_delays_no_other() {
        rejectedBySql = "unwritable";
        announced(TestAnnouncements.of("unwritable").toFields());
        announced(TestAnnouncements.of("writable").toFields());

        collector(new Catalogue(types, clock)).once();

        assertThat(types.all()).extracting(TaskTypeAnnouncement::name).contains("writable");
        assertThat(rejected())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFields().get("reason")).contains("cannot be written"));
    }

    @Test
    void an_announcement_that_overflows_the_stack_is_set_aside_after_two_attempts_and_the_others_are_stored() {
        announced(TestAnnouncements.of("too_deep").toFields());
        announced(TestAnnouncements.of("shallow").toFields());
        overflows = 0;

        collector(new Catalogue(types, clock)).once();

        assertThat(types.all()).extracting(TaskTypeAnnouncement::name).contains("shallow");
        assertThat(overflows).isEqualTo(2);
        assertThat(rejected()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .containsEntry("name", "too_deep")
                .hasEntrySatisfying("reason", reason -> assertThat(reason).contains("StackOverflowError")));
        assertThat(redis.client().xlen(RedisNames.ANNOUNCEMENTS)).isZero();
    }

    private CollectAnnouncements collector(Catalogue catalogue) {
        return new CollectAnnouncements(
                new StreamReader(redis.client(), RedisNames.ANNOUNCEMENTS, RedisNames.SERVER_GROUP, "n-1"),
                types,
                TestDeclarations.in(database, clock, 1_000),
                catalogue,
                clock,
                rejections::add);
    }

    private void announced(Map<String, String> fields) {
        redis.client().xadd(RedisNames.ANNOUNCEMENTS, StreamEntryID.NEW_ENTRY, fields);
    }

    private List<StreamEntry> rejected() {
        return redis.client().xrange(RedisNames.rejected(RedisNames.ANNOUNCEMENTS), (StreamEntryID) null, null);
    }
}
