"""Writes the one matrix that every sample in this folder holds: 500 rows × 96 dims.

Its values are multiples of 1/64 within ±4, so that half, single and double precision, decimals and text hold them
exactly. `matrix-i1.npy` is the same × 16, rounded: what samples of whole numbers hold. What the rows are called is
not kept here: title "point 7", text "the text of point 7", category ["red", "green", "blue", "grey"][7 % 4], score 7 / 8.
"""

from pathlib import Path

import numpy

here = Path(__file__).parent
rng = numpy.random.default_rng(20261125)
spread = 3 / numpy.sqrt(1 + numpy.arange(96))
m = numpy.clip(numpy.round(rng.normal(0, 1, (500, 96)) * spread * 64) / 64, -4, 4).astype("f4")
numpy.save(here / "matrix.npy", m)
numpy.save(here / "matrix-i1.npy", numpy.clip(numpy.round(m * 16), -127, 127).astype("i1"))
