from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.load import Load, Run, chosen

SAID = """\
Running 3s test @ http://127.0.0.1:8000/
    Latency     1.22ms   0.30ms   9.00ms   73.99%
    Req/Sec     2.01k
  Latency Distribution
     50%    0.50ms
     99%    1.25ms
  6000 requests in 3.00s, 60.00MB read
{more}Requests/sec:   2000.50
"""


def test_what_the_load_generator_says_is_read() -> None:
    assert Load.of(SAID.format(more="")) == Load(2000.5, "1.25ms", "")
    assert Load.of(SAID.format(more="  Non-2xx or 3xx responses: 7\n")).failed == "Non-2xx or 3xx responses: 7"
    with pytest.raises(ValueError, match="measured nothing"):
        Load.of("unable to connect")


def test_a_row_compares_a_page_with_a_bare_file() -> None:
    row = Run("home page", 12_500, Load(1000, "1ms", ""), Load(2000, "1ms", "")).row()
    assert row.split()[2:] == ["12,500", "1,000", "2,000", "0.50", "0.10", "1ms"]


def test_the_middle_and_the_largest_page_are_chosen(tmp_path: Path) -> None:
    for name, size in {".": 10, "a": 30, "b": 20, "c": 40, "d": 5}.items():
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.html").write_bytes(os.urandom(size))
    assert [page.parent.name for page in chosen(tmp_path).values()] == [tmp_path.name, "b", "c"]
