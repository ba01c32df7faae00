package dev.millrace.web.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.millrace.push.StreamPosition;

import static dev.millrace.web.push.FrameFixtures.OTHER_TASK;
import static dev.millrace.web.push.FrameFixtures.TASK;
import static dev.millrace.web.push.FrameFixtures.event;
import static dev.millrace.web.push.FrameFixtures.frames;
import static dev.millrace.web.push.FrameFixtures.lines;
import static dev.millrace.web.push.FrameFixtures.progress;
import static org.assertj.core.api.Assertions.assertThat;

class SendQueueTest {
    private static final int LIMIT = 8;

    private final SetClock clock = new SetClock();
    private final RecordingOwner heard = new RecordingOwner();
    private final FakeTransport line = FakeTransport.slow();
    private final SendQueue outbox = new SendQueue(line, heard, clock, LIMIT);

    private static final class RecordingOwner implements SendQueue.Owner {
        int sent;
        int drained;
        Throwable broken;

        @Override
        public void sent() {
            sent++;
        }

        @Override
        public void drained() {
            drained++;
        }

        @Override
        public void broken(Throwable why) {
            broken = why;
        }
    }

    @Test
    void nothing_is_sent_before_it_is_started() {
        outbox.put(CloudEvents.of(lines(1, 2)));
        outbox.pump();
        assertThat(line.sent).isEmpty();

        outbox.start();

        assertThat(line.offsets()).containsExactly(1L);
    }

    @Test
    void the_next_frame_is_sent_when_the_one_before_is_through() {
        outbox.start();
        outbox.put(CloudEvents.of(lines(1, 3)));

        outbox.pump();
        outbox.pump();
        assertThat(line.offsets()).containsExactly(1L);

        line.isThrough();
        assertThat(line.offsets()).containsExactly(1L, 2L);

        line.becomesFast();
        assertThat(line.offsets()).containsExactly(1L, 2L, 3L);
        assertThat(heard.sent).isEqualTo(3);
    }

    @Test
    void a_client_that_takes_several_events_at_once_gets_what_waits_as_an_array() {
        line.eventsAtOnce = 3;
        outbox.start();
        List<Frame> frames = CloudEvents.of(lines(1, 5));
        outbox.put(frames.subList(0, 1));
        outbox.pump();
        outbox.put(frames.subList(1, 5));

        line.becomesFast();

        assertThat(line.texts())
                .containsExactly(
                        frames.get(0).text(),
                        "[" + frames.get(1).text() + "," + frames.get(2).text() + ","
                                + frames.get(3).text() + "]",
                        frames.get(4).text());
        assertThat(line.offsets()).containsExactly(1L, 4L, 5L);
    }

    @Test
    void long_events_do_not_make_a_frame_without_end() {
        line.eventsAtOnce = 100;
        outbox.put(IntStream.rangeClosed(1, 4)
                .mapToObj(offset -> new Frame(new StreamPosition("e", offset, 1), "x".repeat(40_000), null))
                .toList());

        outbox.start();
        line.becomesFast();

        assertThat(line.offsets()).containsExactly(2L, 4L);
    }

    @Test
    void a_sign_of_life_goes_by_itself() {
        line.eventsAtOnce = 3;
        outbox.put(CloudEvents.of(lines(1, 1)));
        outbox.putAnswer(Frame.SIGN_OF_LIFE);
        outbox.put(CloudEvents.of(lines(2, 3)));

        outbox.start();
        line.becomesFast();

        assertThat(line.sent).hasSize(3).element(1).isEqualTo(Frame.SIGN_OF_LIFE);
        assertThat(line.offsets()).containsExactly(1L, 3L);
    }

    @Test
    void progress_of_a_task_that_waits_gives_way_to_the_latest_and_the_order_of_positions_stays() {
        outbox.start();
        outbox.put(frames(event(1, "running", TASK)));
        outbox.pump();

        outbox.put(frames(progress(2, TASK), progress(3, OTHER_TASK), event(4, "log", TASK), progress(5, TASK)));
        line.becomesFast();

        assertThat(line.offsets()).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void no_more_than_may_wait_is_taken() {
        outbox.start();

        assertThat(outbox.put(CloudEvents.of(lines(1, LIMIT - 1)))).isEqualTo(LIMIT - 1);
        assertThat(outbox.put(CloudEvents.of(lines(LIMIT, LIMIT + 5)))).isEqualTo(1);
        assertThat(outbox.put(CloudEvents.of(lines(LIMIT + 1, LIMIT + 1)))).isZero();
    }

    @Test
    void answers_need_no_room_and_only_the_latest_waits() {
        outbox.start();
        outbox.put(CloudEvents.of(lines(1, LIMIT)));

        for (int i = 0; i < 100; i++) {
            outbox.putAnswer(CloudEvents.pong(FrameFixtures.at(LIMIT), FrameFixtures.ADMISSION, clock.instant()));
        }
        outbox.pump();
        line.becomesFast();

        assertThat(line.sent).hasSize(LIMIT + 1);
    }

    @Test
    void any_amount_of_progress_of_one_task_fits() {
        outbox.start();
        outbox.put(CloudEvents.of(lines(1, LIMIT - 1)));

        for (int offset = LIMIT; offset < 1_000; offset++) {
            assertThat(outbox.put(frames(progress(offset, TASK)))).isEqualTo(1);
        }
    }

    @Test
    void what_a_client_has_missed_does_not_count_until_it_is_through() {
        outbox.start();
        outbox.putMissed(CloudEvents.of(lines(1, 100)));

        assertThat(outbox.put(CloudEvents.of(lines(101, 100 + LIMIT)))).isEqualTo(LIMIT);
        outbox.pump();
        line.becomesFast();
        line.slow = true;

        assertThat(line.sent).hasSize(100 + LIMIT);
        assertThat(outbox.put(CloudEvents.of(lines(201, 201 + LIMIT)))).isEqualTo(LIMIT);
    }

    @Test
    void a_long_queue_on_a_fast_line_does_not_pile_up_calls() {
        line.slow = false;
        outbox.start();
        outbox.putMissed(CloudEvents.of(lines(1, 100_000)));

        outbox.pump();

        assertThat(line.sent).hasSize(100_000);
    }

    @Test
    void the_owner_hears_when_nothing_waits_any_more() {
        outbox.start();
        outbox.put(CloudEvents.of(lines(1, 2)));
        outbox.pump();

        line.isThrough();
        assertThat(heard.drained).isZero();
        line.isThrough();
        assertThat(heard.drained).isEqualTo(1);
    }

    @Test
    void a_broken_line_is_told_and_sends_no_more() {
        outbox.start();
        outbox.put(CloudEvents.of(lines(1, 2)));
        outbox.pump();

        line.breaks();

        assertThat(heard.broken).hasMessage("connection reset");
        assertThat(line.offsets()).containsExactly(1L);
    }

    @Test
    void it_knows_since_when_a_frame_is_on_its_way() {
        outbox.start();
        assertThat(outbox.sendingSince()).isNull();

        clock.pass(Duration.ofSeconds(3));
        outbox.put(CloudEvents.of(lines(1, 1)));
        outbox.pump();
        assertThat(outbox.sendingSince()).isEqualTo(SetClock.START.plusSeconds(3));

        line.isThrough();
        assertThat(outbox.sendingSince()).isNull();
    }

    @Test
    void many_threads_that_pump_are_one_writer() throws InterruptedException {
        int total = 20_000;
        ExecutorService container = Executors.newFixedThreadPool(4);
        Counting counting = new Counting(container, total);
        SendQueue shared = new SendQueue(counting, heard, clock, total);
        shared.start();

        for (int offset = 1; offset <= total; offset++) {
            shared.put(CloudEvents.of(lines(offset, offset)));
            container.execute(shared::pump);
        }

        assertThat(counting.all.await(60, TimeUnit.SECONDS)).isTrue();
        container.shutdown();
        assertThat(counting.most).hasValue(1);
        assertThat(counting.offsets).isSorted().doesNotHaveDuplicates();
    }

    /** Tells from another thread every other time. */
    private static final class Counting implements Transport {
        final List<Long> offsets = new ArrayList<>();
        final AtomicInteger most = new AtomicInteger();
        final CountDownLatch all;
        private final AtomicInteger writers = new AtomicInteger();
        private final ExecutorService container;

        Counting(ExecutorService container, int total) {
            this.container = container;
            this.all = new CountDownLatch(total);
        }

        @Override
        public void send(Frame frame, Consumer<Throwable> sent) {
            most.accumulateAndGet(writers.incrementAndGet(), Math::max);
            offsets.add(frame.position().offset());
            writers.decrementAndGet();
            all.countDown();
            if (frame.position().offset() % 2 == 0) {
                container.execute(() -> sent.accept(null));
            } else {
                sent.accept(null);
            }
        }

        @Override
        public void close(ConnectionCloseReason why) {
            throw new IllegalStateException(why.reason());
        }

        @Override
        public int eventsAtOnce() {
            return 1;
        }

        @Override
        public boolean isAnswered() {
            return true;
        }
    }
}
