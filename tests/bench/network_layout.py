"""How long the picture of the network takes to lay out, and how many names find room, in dossiers of any size."""

from __future__ import annotations

import argparse
import time

from dossier.load import load
from dossier.pictures.network import most_tied, network
from dossier.pictures.upright_network import upright
from tests.support.invented_ties import invented_ties
from tests.support.paths import MINI


def main() -> None:
    """Prints a table: actors, those drawn, seconds of the processor for each picture, names without room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, nargs="+", default=[10, 30, 100, 1000])
    corpus = load(MINI)
    print(f"{'actors':>8}{'drawn':>8}{'lines':>8}{'sheet s':>10}{'upright s':>11}{'unnamed':>9}")
    for number in parser.parse_args().actors:
        ties = most_tied(invented_ties(corpus, number))
        start = time.process_time()
        drawing = network(corpus, ties)
        middle = time.process_time()
        upright(corpus, ties)
        end = time.process_time()
        unnamed = sum(not mark.is_named for mark in drawing.marks)
        sizes = f"{number:>8}{len(drawing.marks):>8}{len(drawing.lines):>8}"
        print(f"{sizes}{middle - start:>10.2f}{end - middle:>11.3f}{unnamed:>9}")


if __name__ == "__main__":
    main()
