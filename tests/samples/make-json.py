"""Writes the matrix as documents in JSON and as gzipped text, by Python's json module and by pandas.

Run by a Python with numpy and pandas (Debian's python3-pandas), beside matrix.npy.
"""

import base64
import gzip
import json
from pathlib import Path

import numpy
import pandas

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
colors = ["red", "green", "blue", "grey"]
about = {
    "title": [f"point {i}" for i in range(500)],
    "text": [f"the text of point {i}" for i in range(500)],
    "category": [colors[i % 4] for i in range(500)],
    "score": [i / 8 for i in range(500)],
}
vectors = [[float(x) for x in row] for row in m]


def response(rows, first, encode):
    data = [{"object": "embedding", "index": i - first, "embedding": encode(i)} for i in rows]
    return {"object": "list", "data": data, "model": "text-embedding-3-large", "usage": {"prompt_tokens": 8, "total_tokens": 8}}


# What /v1/embeddings answers: indented, two answers one behind the other; and in base64, as OpenAI's own client asks.
with gzip.GzipFile(here / "openai-two-answers.json.gz", "wb", mtime=1) as file:
    for rows in (range(0, 300), range(300, 500)):
        file.write((json.dumps(response(rows, rows[0], lambda i: vectors[i]), indent=2) + "\n").encode())
single = lambda i: base64.b64encode(m[i].astype("<f4").tobytes()).decode()
(here / "openai-base64.json").write_text(json.dumps(response(range(500), 0, single)))

packed = {"method": "gzip", "mtime": 1}
frame = pandas.DataFrame(about | {"embedding": vectors})
frame.to_json(here / "pandas-columns.json.gz", compression=packed)
frame.to_json(here / "pandas-split.json.gz", orient="split", compression=packed)
frame.to_json(here / "pandas-records.json.gz", orient="records", indent=1, compression=packed)
wide = pandas.concat([pandas.DataFrame(about), pandas.DataFrame(m.astype("f8")).add_prefix("d")], axis=1)
wide.to_json(here / "pandas-wide.json.gz", compression=packed)
wide.to_csv(here / "pandas-index.csv.gz", compression=packed)
