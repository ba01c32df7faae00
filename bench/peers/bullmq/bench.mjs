// Measures BullMQ: one worker process, this one adds. Prints one JSON object a line: {name, unit, value}.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';

const count = Number(process.argv[2]);
const connection = new Redis(process.env.BENCH_REDIS, { maxRetriesPerRequest: null });
const queue = new Queue('nothing', { connection });
const events = new QueueEvents('nothing', { connection });
const worker = fork(new URL('worker.mjs', import.meta.url));
await once(worker, 'message');
await events.waitUntilReady();

const tell = (name, unit, value) => console.log(JSON.stringify({ name, unit, value }));

let completed = 0;
let wanted = Infinity;
let done = () => {};
const waiting = new Map();
events.on('completed', ({ jobId }) => {
    completed++;
    waiting.get(jobId)?.();
    waiting.delete(jobId);
    if (completed === wanted) done();
});

async function throughput(jobs, add) {
    completed = 0;
    wanted = jobs;
    const all = new Promise((resolve) => (done = resolve));
    const begin = performance.now();
    await add(jobs);
    await all;
    wanted = Infinity;
    return jobs / ((performance.now() - begin) / 1000);
}

// As one request for each job would do it, with as many at once as the bench has connections.
async function oneByOne(jobs) {
    let next = 0;
    await Promise.all(
        Array.from({ length: 16 }, async () => {
            while (next < jobs) await queue.add('nothing', { n: next++ });
        }),
    );
}

async function inBatches(jobs) {
    for (let first = 0; first < jobs; first += 1000) {
        await queue.addBulk(
            Array.from({ length: Math.min(1000, jobs - first) }, (_, i) => ({ name: 'nothing', data: { n: first + i } })),
        );
    }
}

async function latencies(jobs) {
    const times = [];
    for (let n = 0; n < jobs; n++) {
        const begin = performance.now();
        const jobId = `low-${n}`;
        const result = new Promise((resolve) => waiting.set(jobId, resolve));
        await queue.add('nothing', { n }, { jobId });
        await result;
        times.push(performance.now() - begin);
        await pause(5);
    }
    return times.sort((a, b) => a - b);
}

await throughput(Math.ceil(count / 5), oneByOne);
tell('one by one', 'tasks/s', await throughput(count, oneByOne));
tell('batches of 1,000', 'tasks/s', await throughput(count, inBatches));
const times = await latencies(Math.max(100, Math.ceil(count / 100)));
tell('p50 at low load', 'ms', times[Math.floor(times.length / 2)]);
tell('p99 at low load', 'ms', times[Math.floor(times.length * 0.99)]);
worker.disconnect();
await events.close();
await queue.close();
connection.disconnect();
