"""Writes the matrix as tables of text by Python's csv module: several delimiters, encodings and ways to hold a vector.

Run by any Python with numpy, beside matrix.npy.
"""

import csv
import zipfile
from pathlib import Path

import numpy

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
colors = ["red", "green", "blue", "grey"]
about = [[f"point {i}", f"the text of point {i}", colors[i % 4], i / 8] for i in range(500)]
titles = ["title", "text", "category", "score"]


def write(name, head, rows, encoding="utf-8", **dialect):
    with open(here / name, "w", encoding=encoding, newline="") as file:
        out = csv.writer(file, **dialect)
        if head:
            out.writerow(head)
        out.writerows(rows)


dims = [f"d{j}" for j in range(96)]
number = [[repr(float(x)) for x in row] for row in m]
write("columns.csv", titles + dims, [a + v for a, v in zip(about, number)])
comma = [[x.replace(".", ",") for x in v] for v in number]
write("semicolons-utf16.csv", titles + dims, [a[:3] + [str(a[3]).replace(".", ",")] + v for a, v in zip(about, comma)], "utf-16", delimiter=";")
write("json-list-bom.csv", ["embedding"] + titles, [[str([float(x) for x in r])] + a for r, a in zip(m, about)], "utf-8-sig")
numpy.set_printoptions(threshold=1000)
write("numpy-list.tsv", titles + ["embedding"], [a + [str(r)] for r, a in zip(m, about)], delimiter="\t")
with zipfile.ZipFile(here / "columns.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    # A fixed time: the same bytes whenever it is made.
    archive.writestr(zipfile.ZipInfo("export/columns.csv"), (here / "columns.csv").read_bytes(), zipfile.ZIP_DEFLATED)
    archive.writestr(zipfile.ZipInfo("export/README.txt"), "The columns of the matrix.\n")
