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
import static dev.millrace.web.push.FrameFixtures.logLines;
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
        public void onSent() {
            sent++;
        }

        @Override
        public void onDrained() {
            drained++;
        }

        @Override
        public void onBroken(Throwable why) {
            broken = why;
        }
    }

    @Test
    void nothing_is_sent_before_it_is_started() {
        outbox.offer(CloudEvents.of(logLines(1, 2)));
        outbox.sendNext();
        assertThat(line.sent).isEmpty();

        outbox.start();

        assertThat(line.offsets()).containsExactly(1L);
    }

    @Test
    void the_next_frame_is_sent_after_the_previous_one_completes() {
        outbox.start();
        outbox.offer(CloudEvents.of(logLines(1, 3)));

        outbox.sendNext();
        outbox.sendNext();
        assertThat(line.offsets()).containsExactly(1L);

        line.completes();
        assertThat(line.offsets()).containsExactly(1L, 2L);

        line.becomesFast();
        assertThat(line.offsets()).containsExactly(1L, 2L, 3L);
        assertThat(heard.sent).isEqualTo(3);
    }

    @Test
    void a_client_that_takes_several_events_at_once_gets_what_waits_as_an_array() {
        line.eventsAtOnce = 3;
        outbox.start();
        List<Frame> frames = CloudEvents.of(logLines(1, 5));
        outbox.offer(frames.subList(0, 1));
        outbox.sendNext();
        outbox.offer(frames.subList(1, 5));

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
        outbox.offer(IntStream.rangeClosed(1, 4)
                .mapToObj(offset -> new Frame(new StreamPosition("e", offset, 1), "x".repeat(40_000), null))
                .toList());

        outbox.start();
        line.becomesFast();

        assertThat(line.offsets()).containsExactly(2L, 4L);
    }

    @Test
    void a_keepalive_is_sent_alone() {
        line.eventsAtOnce = 3;
        outbox.offer(CloudEvents.of(logLines(1, 1)));
        outbox.offerReply(Frame.KEEPALIVE);
        outbox.offer(CloudEvents.of(logLines(2, 3)));

        outbox.start();
        line.becomesFast();

        assertThat(line.sent).hasSize(3).element(1).isEqualTo(Frame.KEEPALIVE);
        assertThat(line.offsets()).containsExactly(1L, 3L);
    }

    @Test
    void waiting_progress_of_a_task_is_coalesced_and_the_order_of_positions_stays() {
        outbox.start();
        outbox.offer(frames(event(1, "running", TASK)));
        outbox.sendNext();

        outbox.offer(frames(progress(2, TASK), progress(3, OTHER_TASK), event(4, "log", TASK), progress(5, TASK)));
        line.becomesFast();

        assertThat(line.offsets()).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void frames_beyond_the_limit_are_not_accepted() {
        outbox.start();

        assertThat(outbox.offer(CloudEvents.of(logLines(1, LIMIT - 1)))).isEqualTo(LIMIT - 1);
        assertThat(outbox.offer(CloudEvents.of(logLines(LIMIT, LIMIT + 5)))).isEqualTo(1);
        assertThat(outbox.offer(CloudEvents.of(logLines(LIMIT + 1, LIMIT + 1)))).isZero();
    }

    @Test
    void replies_need_no_capacity_and_only_the_latest_waits() {
        outbox.start();
        outbox.offer(CloudEvents.of(logLines(1, LIMIT)));

        for (int i = 0; i < 100; i++) {
            outbox.offerReply(CloudEvents.pong(FrameFixtures.at(LIMIT), FrameFixtures.IDENTITY, clock.instant()));
        }
        outbox.sendNext();
        line.becomesFast();

        assertThat(line.sent).hasSize(LIMIT + 1);
    }

    @Test
    void any_amount_of_progress_of_one_task_fits() {
        outbox.start();
        outbox.offer(CloudEvents.of(logLines(1, LIMIT - 1)));

        for (int offset = LIMIT; offset < 1_000; offset++) {
            assertThat(outbox.offer(frames(progress(offset, TASK)))).isEqualTo(1);
        }
    }

    @Test
    void catch_up_frames_do_not_count_against_the_limit() {
        outbox.start();
        outbox.offerCatchUp(CloudEvents.of(logLines(1, 100)));

        assertThat(outbox.offer(CloudEvents.of(logLines(101, 100 + LIMIT)))).isEqualTo(LIMIT);
        outbox.sendNext();
        line.becomesFast();
        line.slow = true;

        assertThat(line.sent).hasSize(100 + LIMIT);
        assertThat(outbox.offer(CloudEvents.of(logLines(201, 201 + LIMIT)))).isEqualTo(LIMIT);
    }

    @Test
    void a_long_queue_on_a_fast_transport_does_not_recurse() {
        line.slow = false;
        outbox.start();
        outbox.offerCatchUp(CloudEvents.of(logLines(1, 100_000)));

        outbox.sendNext();

        assertThat(line.sent).hasSize(100_000);
    }

    @Test
    void the_owner_is_notified_when_the_queue_is_empty() {
        outbox.start();
        outbox.offer(CloudEvents.of(logLines(1, 2)));
        outbox.sendNext();

        line.completes();
        assertThat(heard.drained).isZero();
        line.completes();
        assertThat(heard.drained).isEqualTo(1);
    }

    @Test
    void a_broken_transport_is_reported_and_sends_no_more() {
        outbox.start();
        outbox.offer(CloudEvents.of(logLines(1, 2)));
        outbox.sendNext();

        line.breaks();

        assertThat(heard.broken).hasMessage("connection reset");
        assertThat(line.offsets()).containsExactly(1L);
    }

    @Test
    void it_knows_since_when_a_frame_is_being_sent() {
        outbox.start();
        assertThat(outbox.sendingSince()).isNull();

        clock.pass(Duration.ofSeconds(3));
        outbox.offer(CloudEvents.of(logLines(1, 1)));
        outbox.sendNext();
        assertThat(outbox.sendingSince()).isEqualTo(SetClock.START.plusSeconds(3));

        line.completes();
        assertThat(outbox.sendingSince()).isNull();
    }

    @Test
    void many_sending_threads_are_one_writer() throws InterruptedException {
        int total = 20_000;
        ExecutorService container = Executors.newFixedThreadPool(4);
        Counting counting = new Counting(container, total);
        SendQueue shared = new SendQueue(counting, heard, clock, total);
        shared.start();

        for (int offset = 1; offset <= total; offset++) {
            shared.offer(CloudEvents.of(logLines(offset, offset)));
            container.execute(shared::sendNext);
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
        public int maxEventsPerFrame() {
            return 1;
        }

        @Override
        public boolean answersPings() {
            return true;
        }
    }
}
