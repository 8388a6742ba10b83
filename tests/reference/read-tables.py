"""Holds files that the page saved against each other and against the command line, by programs that are not ours.

    python3 tests/reference/read-tables.py FOLDER DATA

FOLDER holds what Export saved of DATA (a dataset folder or a file), each left under its own name: scores as .csv, .json
and .npy (and .parquet, which needs pandas with pyarrow, or DuckDB for Python), frames as .npz, the dataset folder as .zip.
Scores at k of each format must be those of the frames to 1e-6, and the frames those that `matryoscope project --out`
writes, to the last figures of single precision; the vectors in the archive those of DATA, where that is a dataset folder. Prints what was compared; ends with 1 where something is off.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import numpy as np

# Of what is read back, and of what two builds of the kernels (plain in Node, relaxed SIMD in a browser) compute.
READ, COMPUTED = 1e-6, 1e-5
wrong = []


def compare(what, found, wanted, tolerance=READ):
    found, wanted = np.asarray(found, dtype=np.float64), np.asarray(wanted, dtype=np.float64)
    scale = np.abs(wanted).max() or 1
    apart = np.abs(found - wanted).max() / scale if found.shape == wanted.shape else np.inf
    print(f"{what}: {found.shape}, {apart:.1e} of the largest apart")
    if not apart <= tolerance:
        wrong.append(what)


def read_parquet(path):
    try:
        import pandas

        return pandas.read_parquet(path).to_dict("records")
    except ImportError:
        import duckdb

        table = duckdb.read_parquet(str(path))
        return [dict(zip(table.columns, row)) for row in table.fetchall()]


def rows_of(path):
    if path.suffix == ".csv":
        with open(path, newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))
    if path.suffix == ".json":
        return json.loads(path.read_text(encoding="utf-8"))
    return read_parquet(path)


def main(folder, data):
    folder = pathlib.Path(folder)
    [npz] = folder.glob("*.npz")
    frames = np.load(npz)
    every = frames["dims"].tolist()
    with tempfile.TemporaryDirectory() as out:
        command = ["npm", "run", "-s", "matryoscope", "--", "project", data, "--out", out, "--json", "--dims"]
        subprocess.run([*command, ",".join(map(str, every))], check=True, stdout=subprocess.DEVNULL)
        for k in every:
            for name in (f"scores-{k}", f"components-{k}"):
                compare(f"{npz.name} {name} and the command line", frames[name], np.load(f"{out}/{name}.npy"), COMPUTED)
    titles = None
    for path in sorted(folder.glob("*-scores-*")):
        k = int(path.stem.split("-")[-1])
        wanted = frames[f"scores-{k}"]
        if path.suffix == ".npy":
            compare(path.name, np.load(path), wanted)
            continue
        try:
            rows = rows_of(path)
        except ImportError:
            print(f"{path.name}: not read, for want of pyarrow or DuckDB")
            continue
        compare(path.name, [[float(row[f"axis{axis}"]) for axis in (1, 2, 3)] for row in rows], wanted)
        here = [row["title"].removeprefix("'") for row in rows]
        titles = titles or here
        if here != titles:
            wrong.append(f"{path.name}: titles")
    for path in folder.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            if archive.testzip() is not None:
                wrong.append(path.name)
            names = {name.split("/")[-1]: name for name in archive.namelist()}
            manifest = json.loads(archive.read(names["dataset.json"]))
            vectors = np.load(io.BytesIO(archive.read(names["vectors.npy"])))
            print(f"{path.name}: {', '.join(names)}; {vectors.dtype} {vectors.shape}, Fortran: {vectors.flags.f_contiguous}")
            if vectors.shape != (manifest["rows"], manifest["dims"]):
                wrong.append("the shape of the vectors")
            if pathlib.Path(data).is_dir():
                for name in ("vectors.npy", "scale.npy"):
                    if (pathlib.Path(data) / name).exists():
                        compare(name, np.load(io.BytesIO(archive.read(names[name]))), np.load(pathlib.Path(data) / name))
    print("wrong: " + ", ".join(wrong) if wrong else "all agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
