"""Celery at its best settings for tiny tasks: prefork, early acknowledgement, large prefetch, no events, no gossip."""

import os

from celery import Celery

app = Celery("bench", broker=os.environ["BENCH_REDIS"], backend=os.environ["BENCH_REDIS"])
app.conf.update(
    task_serializer="json",
    result_serializer="json",
    accept_content=["json"],
    worker_prefetch_multiplier=128,
    worker_send_task_events=False,
    worker_disable_rate_limits=True,
    task_acks_late=False,
    task_track_started=False,
    task_store_errors_even_if_ignored=False,
    result_expires=3600,
    broker_pool_limit=16,
)


@app.task(name="nothing")
def nothing(n):
    return n
