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
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.web.push.FrameFixtures.OTHER_TASK;
import static dev.millrace.web.push.FrameFixtures.TASK;
import static dev.millrace.web.push.FrameFixtures.event;
import static dev.millrace.web.push.FrameFixtures.frames;
import static dev.millrace.web.push.FrameFixtures.logLines;
import static dev.millrace.web.push.FrameFixtures.progress;
import static org.assertj.core.api.Assertions.assertThat;

class SendQueueTest {
    private static final int LIMIT = 8;

    private final MutableClock clock = new MutableClock();
    private final RecordingOwner owner = new RecordingOwner();
    private final FakeTransport transport = FakeTransport.slow();
    private final SendQueue sendQueue = new SendQueue(transport, owner, clock, LIMIT);

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
    void no_frame_is_sent_before_the_start() {
        sendQueue.offer(CloudEvents.of(logLines(1, 2)));
        sendQueue.sendNext();
        assertThat(transport.sent).isEmpty();

        sendQueue.start();

        assertThat(transport.offsets()).containsExactly(1L);
    }

    @Test
    void the_next_frame_is_sent_after_the_previous_one_completes() {
        sendQueue.start();
        sendQueue.offer(CloudEvents.of(logLines(1, 3)));

        sendQueue.sendNext();
        sendQueue.sendNext();
        assertThat(transport.offsets()).containsExactly(1L);

        transport.completes();
        assertThat(transport.offsets()).containsExactly(1L, 2L);

        transport.becomesFast();
        assertThat(transport.offsets()).containsExactly(1L, 2L, 3L);
        assertThat(owner.sent).isEqualTo(3);
    }

    @Test
    void a_client_that_accepts_several_events_at_once_receives_waiting_ones_as_an_array() {
        transport.eventsAtOnce = 3;
        sendQueue.start();
        List<Frame> frames = CloudEvents.of(logLines(1, 5));
        sendQueue.offer(frames.subList(0, 1));
        sendQueue.sendNext();
        sendQueue.offer(frames.subList(1, 5));

        transport.becomesFast();

        assertThat(transport.texts())
                .containsExactly(
                        frames.get(0).text(),
                        "[" + frames.get(1).text() + "," + frames.get(2).text() + ","
                                + frames.get(3).text() + "]",
                        frames.get(4).text());
        assertThat(transport.offsets()).containsExactly(1L, 4L, 5L);
    }

    @Test
    void long_events_are_split_into_several_frames() {
        transport.eventsAtOnce = 100;
        sendQueue.offer(IntStream.rangeClosed(1, 4)
                .mapToObj(offset -> new Frame(new StreamPosition("e", offset, 1), "x".repeat(40_000), null))
                .toList());

        sendQueue.start();
        transport.becomesFast();

        assertThat(transport.offsets()).containsExactly(2L, 4L);
    }

    @Test
    void a_keepalive_is_sent_alone() {
        transport.eventsAtOnce = 3;
        sendQueue.offer(CloudEvents.of(logLines(1, 1)));
        sendQueue.offerReply(Frame.KEEPALIVE);
        sendQueue.offer(CloudEvents.of(logLines(2, 3)));

        sendQueue.start();
        transport.becomesFast();

        assertThat(transport.sent).hasSize(3).element(1).isEqualTo(Frame.KEEPALIVE);
        assertThat(transport.offsets()).containsExactly(1L, 3L);
    }

    @Test
    void waiting_progress_of_a_task_is_coalesced_and_the_order_of_positions_stays() {
        sendQueue.start();
        sendQueue.offer(frames(event(1, "running", TASK)));
        sendQueue.sendNext();

        sendQueue.offer(frames(progress(2, TASK), progress(3, OTHER_TASK), event(4, "log", TASK), progress(5, TASK)));
        transport.becomesFast();

        assertThat(transport.offsets()).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void frames_beyond_the_limit_are_not_accepted() {
        sendQueue.start();

        assertThat(sendQueue.offer(CloudEvents.of(logLines(1, LIMIT - 1)))).isEqualTo(LIMIT - 1);
        assertThat(sendQueue.offer(CloudEvents.of(logLines(LIMIT, LIMIT + 5)))).isEqualTo(1);
        assertThat(sendQueue.offer(CloudEvents.of(logLines(LIMIT + 1, LIMIT + 1))))
                .isZero();
    }

    @Test
    void replies_need_no_capacity_and_only_the_latest_waits() {
        sendQueue.start();
        sendQueue.offer(CloudEvents.of(logLines(1, LIMIT)));

        for (int i = 0; i < 100; i++) {
            sendQueue.offerReply(CloudEvents.pong(FrameFixtures.at(LIMIT), FrameFixtures.IDENTITY, clock.instant()));
        }
        sendQueue.sendNext();
        transport.becomesFast();

        assertThat(transport.sent).hasSize(LIMIT + 1);
    }

    @Test
    void any_amount_of_progress_of_one_task_fits() {
        sendQueue.start();
        sendQueue.offer(CloudEvents.of(logLines(1, LIMIT - 1)));

        for (int offset = LIMIT; offset < 1_000; offset++) {
            assertThat(sendQueue.offer(frames(progress(offset, TASK)))).isEqualTo(1);
        }
    }

    @Test
    void catch_up_frames_do_not_count_against_the_limit() {
        sendQueue.start();
        sendQueue.offerCatchUp(CloudEvents.of(logLines(1, 100)));

        assertThat(sendQueue.offer(CloudEvents.of(logLines(101, 100 + LIMIT)))).isEqualTo(LIMIT);
        sendQueue.sendNext();
        transport.becomesFast();
        transport.slow = true;

        assertThat(transport.sent).hasSize(100 + LIMIT);
        assertThat(sendQueue.offer(CloudEvents.of(logLines(201, 201 + LIMIT)))).isEqualTo(LIMIT);
    }

    @Test
    void a_long_queue_on_a_fast_transport_does_not_recurse() {
        transport.slow = false;
        sendQueue.start();
        sendQueue.offerCatchUp(CloudEvents.of(logLines(1, 100_000)));

        sendQueue.sendNext();

        assertThat(transport.sent).hasSize(100_000);
    }

    @Test
    void the_owner_is_notified_when_the_queue_is_empty() {
        sendQueue.start();
        sendQueue.offer(CloudEvents.of(logLines(1, 2)));
        sendQueue.sendNext();

        transport.completes();
        assertThat(owner.drained).isZero();
        transport.completes();
        assertThat(owner.drained).isEqualTo(1);
    }

    @Test
    void a_broken_transport_is_reported_and_sends_no_more() {
        sendQueue.start();
        sendQueue.offer(CloudEvents.of(logLines(1, 2)));
        sendQueue.sendNext();

        transport.breaks();

        assertThat(owner.broken).hasMessage("connection reset");
        assertThat(transport.offsets()).containsExactly(1L);
    }

    @Test
    void a_queue_has_the_start_time_of_its_current_frame() {
        sendQueue.start();
        assertThat(sendQueue.sendingSince()).isNull();

        clock.advance(Duration.ofSeconds(3));
        sendQueue.offer(CloudEvents.of(logLines(1, 1)));
        sendQueue.sendNext();
        assertThat(sendQueue.sendingSince()).isEqualTo(MutableClock.START.plusSeconds(3));

        transport.completes();
        assertThat(sendQueue.sendingSince()).isNull();
    }

    @Test
    void many_sending_threads_are_one_writer() throws InterruptedException {
        int total = 20_000;
        ExecutorService container = Executors.newFixedThreadPool(4);
        Counting counting = new Counting(container, total);
        SendQueue shared = new SendQueue(counting, owner, clock, total);
        shared.start();

        for (int offset = 1; offset <= total; offset++) {
            shared.offer(CloudEvents.of(logLines(offset, offset)));
            container.execute(shared::sendNext);
        }

        assertThat(counting.all.await(60, TimeUnit.SECONDS)).isTrue();
        container.shutdown();
        assertThat(counting.max).hasValue(1);
        assertThat(counting.offsets).isSorted().doesNotHaveDuplicates();
    }

    /** Calls back from another thread every other time. */
    private static final class Counting implements Transport {
        final List<Long> offsets = new ArrayList<>();
        final AtomicInteger max = new AtomicInteger();
        final CountDownLatch all;
        private final AtomicInteger writers = new AtomicInteger();
        private final ExecutorService container;

        Counting(ExecutorService container, int total) {
            this.container = container;
            this.all = new CountDownLatch(total);
        }

        @Override
        public void send(Frame frame, Consumer<Throwable> sent) {
            max.accumulateAndGet(writers.incrementAndGet(), Math::max);
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
