"""Work done in parallel on the processors of the machine, by copies of this process.

Jobs are closures, which the pools of the standard library would have to find by name in a variable of each copy. Such
a pool takes as much of the processors and, with 10,000 records, some 60 MB more, for the first process only waits.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
Job = Callable[[], T]


def processors() -> int:
    """How many processors this process may use; one where it cannot make copies of itself."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def in_parallel(jobs: Sequence[Job[T]], workers: int) -> list[T]:
    """What each job returns, in the order of the jobs. Jobs may not depend on what others leave behind in memory.

    This process works too; each other worker is a copy of it, made now, and takes the next job as soon as it is free.
    What a job raises is raised here, once all have ended. Raises ``OSError`` where a copy was killed.
    """
    if workers < 2 or len(jobs) < 2:
        return [job() for job in jobs]
    context = multiprocessing.get_context("fork")
    work = partial(_done, jobs, context.Value("i", 0))
    copies = [_copy(context, work) for _ in range(workers - 1)]
    parts = [work(), *(_result(copy, end) for copy, end in copies)]
    if failed := next((error for _, error in parts if error), None):
        raise failed
    made = {place: value for part, _ in parts for place, value in part.items()}
    return [made[place] for place in range(len(jobs))]


def _done(jobs: Sequence[Job[T]], following: Any) -> tuple[dict[int, T], BaseException | None]:
    """What the jobs return that this process does, by their places, and what the last one raised.

    ``following`` is the place of the job that nobody has begun yet, which all processes share.
    """
    made: dict[int, T] = {}
    while True:
        with following.get_lock():
            place = following.value
            following.value = place + 1
        if place >= len(jobs):
            return made, None
        try:
            made[place] = jobs[place]()
        except BaseException as error:
            following.value = len(jobs)
            return made, error


def _copy(context: Any, work: Callable[[], object]) -> tuple[Any, Any]:
    """A process that works, and the end of a pipe at which it hands over what it made."""
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=lambda: there.send(work()), daemon=True)
    process.start()
    there.close()
    return process, here


def _result(process: Any, end: Any) -> Any:
    try:
        return end.recv()
    except EOFError:
        process.join()
        raise OSError(f"a copy of this process ended with {process.exitcode}") from None
    finally:
        end.close()
        process.join()
