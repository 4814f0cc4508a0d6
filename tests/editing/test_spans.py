from __future__ import annotations

import pytest

from dossier.editing.spans import Replacement, Span, spliced, yaml_spans

TEXT = "# über\r\n- {a: \"x\", b: 'y'}\r\n- a: é\r\n  b: [one, two]\r\n- c\r\n"


def test_each_value_stands_where_its_span_says_whatever_the_line_ends() -> None:
    spans = yaml_spans(TEXT)
    assert {path: TEXT[slice(*span)] for path, span in spans.items() if len(path) > 1} == {
        (0, "a"): '"x"',
        (0, "b"): "'y'",
        (1, "a"): "é",
        (1, "b"): "[one, two]",
        (1, "b", 0): "one",
        (1, "b", 1): "two",
    }
    assert TEXT[slice(*spans[(2,)])] == "c"


def test_parts_are_replaced_in_any_order_and_an_equal_one_counts_once() -> None:
    parts = [Replacement(Span(4, 5), "z"), Replacement(Span(0, 1), "xx"), Replacement(Span(4, 5), "z")]
    assert spliced("a b c", parts) == "xx b z"


def test_parts_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at 1"):
        spliced("abc", [Replacement(Span(0, 2), ""), Replacement(Span(1, 3), "")])
