"""Writes the matrix as a table of sqlite-vec, by sqlite-vec itself: the path of its `vec0.so` (npm: sqlite-vec-linux-x64) is the argument."""

import sqlite3
import sys
from pathlib import Path

import numpy

here = Path(__file__).parent
i1 = numpy.load(here / "matrix-i1.npy")

path = here / "sqlite-vec0-i1.db"
path.unlink(missing_ok=True)
base = sqlite3.connect(path)
base.enable_load_extension(True)
base.load_extension(sys.argv[1])
base.execute("CREATE VIRTUAL TABLE points USING vec0(title TEXT PRIMARY KEY, embedding int8[96], +text TEXT, +category TEXT, chunk_size=128)")
category = ["red", "green", "blue", "grey"]
# Eight that are deleted at the end, so that there are gaps. (Before it, a later row would take their places.)
for i in range(-8, 500):
    row = (f"point {i}", i1[i].tobytes(), f"the text of point {i}", category[i % 4])
    base.execute("INSERT INTO points (title, embedding, text, category) VALUES (?, vec_int8(?), ?, ?)", row)
base.execute("DELETE FROM points WHERE title LIKE 'point -%'")
base.commit()
base.execute("VACUUM")
base.close()
