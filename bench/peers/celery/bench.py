"""Measures a Celery worker that bench/peers/celery/run has started. Prints one JSON object a line: {name, unit, value}."""

import json
import sys
import threading
import time

from celery.result import ResultSet
from tasks import app, nothing


def tell(name, unit, value):
    print(json.dumps({"name": name, "unit": unit, "value": value}), flush=True)


def throughput(count):
    """Adds tasks one by one while the worker runs them; until every result is known here."""
    begin = time.perf_counter()
    results = ResultSet([nothing.delay(n) for n in range(count)], app=app)
    results.join_native(timeout=600)
    return count / (time.perf_counter() - begin)


def without_results(count, redis):
    """The same, the results not stored; the end is an empty queue and the last task's own result."""
    begin = time.perf_counter()
    for n in range(count - 1):
        nothing.apply_async((n,), ignore_result=True)
    nothing.delay(count).get(timeout=600)
    while redis.llen("celery"):
        time.sleep(0.001)
    return count / (time.perf_counter() - begin)


def latencies(count, pause):
    times = []
    for n in range(count):
        begin = time.perf_counter()
        nothing.delay(n).get(timeout=60)
        times.append((time.perf_counter() - begin) * 1000)
        time.sleep(pause)
    return sorted(times)


def main():
    count = int(sys.argv[1])
    throughput(max(200, count // 10))
    with app.connection_for_read() as connection:
        redis = connection.default_channel.client
        tell("one by one", "tasks/s", throughput(count))
        tell("one by one, results ignored", "tasks/s", without_results(count, redis))
    times = latencies(max(100, count // 20), 0.005)
    tell("p50 at low load", "ms", times[len(times) // 2])
    tell("p99 at low load", "ms", times[len(times) * 99 // 100])


main()
