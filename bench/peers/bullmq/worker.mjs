// A BullMQ worker at its best settings for tiny jobs: many at once in one process, finished ones removed.
import { Redis } from 'ioredis';
import { Worker } from 'bullmq';

const connection = new Redis(process.env.BENCH_REDIS, { maxRetriesPerRequest: null });
const worker = new Worker('nothing', async (job) => job.data.n, {
    connection,
    concurrency: Number(process.env.BENCH_CONCURRENCY ?? 100),
    removeOnComplete: { count: 0 },
});
await worker.waitUntilReady();
process.send('ready');
process.on('disconnect', () => process.exit());
