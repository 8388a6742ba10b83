"""Writes the matrix as SQLite databases, by Python's sqlite3."""

import json
import sqlite3
from pathlib import Path

import numpy

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
i1 = numpy.load(here / "matrix-i1.npy")
category = ["red", "green", "blue", "grey"]


def write(name, kind, vector):
    """A table as people make it: a row a point, its vector in one column."""
    (here / name).unlink(missing_ok=True)
    with sqlite3.connect(here / name) as base:
        base.execute(f"CREATE TABLE points (id INTEGER PRIMARY KEY, title TEXT, text TEXT, category TEXT, score REAL, embedding {kind})")
        base.execute("CREATE TABLE runs (name TEXT)")
        rows = [(i, f"point {i}", f"the text of point {i}", category[i % 4], i / 8, vector(i)) for i in range(500)]
        base.executemany("INSERT INTO points VALUES (?, ?, ?, ?, ?, ?)", rows)
    base.close()


# As sqlite-vec takes them, and as numpy's tobytes and JSON write them.
write("sqlite-blob-f4.db", "BLOB", lambda i: m[i].tobytes())
write("sqlite-blob-i1.sqlite", "BLOB", lambda i: i1[i].tobytes())
write("sqlite-json-i1.sqlite3", "TEXT", lambda i: json.dumps(i1[i].tolist()))
