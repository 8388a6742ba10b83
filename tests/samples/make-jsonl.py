"""Writes the matrix as JSON Lines by Python's json module. Run by any Python with numpy, beside matrix.npy."""

import json
from pathlib import Path

import numpy

here = Path(__file__).parent
colors = ["red", "green", "blue", "grey"]
with open(here / "lines.jsonl", "w") as file:
    for i, row in enumerate(numpy.load(here / "matrix.npy")):
        record = {"title": f"point {i}", "text": f"the text of point {i}", "category": colors[i % 4], "score": i / 8}
        file.write(json.dumps(record | {"embedding": [float(x) for x in row]}) + "\n")
