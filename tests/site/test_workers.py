from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from dossier.problems import Problem, ProblemsFound
from dossier.site.workers import in_parallel, processors


@pytest.mark.parametrize("workers", [1, 2, 3, 9])
def test_what_jobs_return_comes_in_their_order(workers: int) -> None:
    assert in_parallel([partial(pow, number, 2) for number in range(20)], workers) == [
        number**2 for number in range(20)
    ]


def test_each_job_is_done_once_and_by_several_processes(tmp_path: Path) -> None:
    def job(number: int) -> int:
        with (tmp_path / f"{number}").open("x") as file:
            file.write("x" * 100_000)
        while len(list(tmp_path.iterdir())) < 2:
            pass
        return os.getpid()

    assert len(set(in_parallel([partial(job, number) for number in range(8)], 2))) == 2
    assert len(list(tmp_path.iterdir())) == 8


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_job_raises_is_raised(workers: int) -> None:
    def fail() -> None:
        raise ProblemsFound([Problem("data/a.yaml", 1, 2, "rule", "wrong")])

    with pytest.raises(ProblemsFound, match=r"data/a\.yaml:1:2"):
        in_parallel([fail, fail, fail], workers)


def test_a_copy_that_is_killed_is_told_of() -> None:
    parent = os.getpid()

    def job() -> None:
        while os.getpid() == parent:
            if os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(OSError, match="ended with -9"):
        in_parallel([job, job], 2)


def test_there_is_a_processor() -> None:
    assert processors() >= 1
