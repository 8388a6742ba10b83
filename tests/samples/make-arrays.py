"""Writes the matrix as arrays: NumPy's own files by NumPy, HDF5 by h5py, the others by their published descriptions."""

import json
import struct
from pathlib import Path

import numpy

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
i1 = numpy.load(here / "matrix-i1.npy")
rows = range(len(m))
title = numpy.array([f"point {i}" for i in rows])
text = numpy.array([f"the text of point {i}" for i in rows])
category = numpy.array([["red", "green", "blue", "grey"][i % 4] for i in rows])
score = numpy.arange(500) / 8

# NumPy, one array a file.
numpy.save(here / "npy-f2.npy", m.astype("f2"))
numpy.save(here / "npy-f4-fortran.npy", numpy.asfortranarray(m))
numpy.save(here / "npy-f4-big-endian.npy", m.astype(">f4"))
numpy.save(here / "npy-f8-big-endian-fortran.npy", numpy.asfortranarray(m.astype(">f8")))
numpy.save(here / "npy-u1.npy", (i1.astype("i2") + 64).astype("u1"))
numpy.save(here / "npy-i1-as-i2.npy", i1.astype(">i2"))
numpy.save(here / "npy-i1-as-i8.npy", i1.astype("i8"))
numpy.save(here / "npy-f4-three-axes.npy", m.reshape(500, 1, 96))
with open(here / "npy-f4-version-3.npy", "wb") as file:
    numpy.lib.format.write_array(file, m, version=(3, 0))

# NumPy, several arrays in a zip archive.
beside = {"title": title, "text": text, "category": category.astype("S"), "score": score}
numpy.savez(here / "npz-stored.npz", vectors=m, **beside)
numpy.savez_compressed(here / "npz-deflated-f2.npz", **beside, vectors=m.astype("f2"))
numpy.savez_compressed(here / "npz-deflated-fortran.npz", vectors=numpy.asfortranarray(m))
numpy.savez(here / "npz-stored-i1-fortran.npz", vectors=numpy.asfortranarray(i1), names=title)
numpy.savez_compressed(here / "npz-two-tables-i1.npz", test=i1[:20], train=i1, title=title, classes=numpy.arange(4))


# safetensors, by its description: eight bytes of length, JSON, the bytes of the tensors.
def save_tensors(name, tensors):
    header, body = {"__metadata__": {"format": "np"}}, b""
    for key, (dtype, array) in tensors.items():
        data = numpy.ascontiguousarray(array).tobytes()
        header[key] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (here / name).write_bytes(struct.pack("<Q", len(text)) + text + body)


# The upper half of a single, which holds the rounded matrix exactly.
bf16 = (i1.astype("f4").view("u4") >> 16).astype("u2")
save_tensors("tensors-bf16-i1.safetensors", {"vectors": ("BF16", bf16)})
save_tensors("tensors-f2.safetensors", {"vectors": ("F16", m.astype("f2"))})
save_tensors(
    "tensors-f4.safetensors",
    {"test": ("I8", i1[:20]), "score": ("F64", score), "train": ("F32", m), "steps": ("I64", numpy.arange(7))},
)


# fvecs, bvecs, ivecs, as the TEXMEX corpus describes them: before each vector an int32, how many numbers it has.
def save_vecs(name, array):
    with open(here / name, "wb") as file:
        for row in array:
            file.write(struct.pack("<i", len(row)) + row.tobytes())


save_vecs("vecs-f4.fvecs", m)
save_vecs("vecs-u1.bvecs", (i1.astype("i2") + 64).astype("u1"))
save_vecs("vecs-i1.ivecs", i1.astype("<i4"))

# Nothing but the numbers: how many a vector has, a person has to say.
m.tofile(here / "raw-f4.f32")


# word2vec's two forms and GloVe's, as the programs by Mikolov and Pennington write them.
words = [f"point_{i}" for i in rows]
with open(here / "word2vec-f4.bin", "wb") as file:
    file.write(f"{len(m)} {m.shape[1]}\n".encode())
    for word, row in zip(words, m):
        file.write(word.encode() + b" " + row.tobytes() + b"\n")
with open(here / "word2vec-i1.vec", "w") as file:
    file.write(f"{len(i1)} {i1.shape[1]}\n")
    file.writelines(f"{word} {' '.join(map(str, row))} \n" for word, row in zip(words, i1.tolist()))
with open(here / "glove-f4.txt", "w") as file:
    file.writelines(f"{word} {' '.join(map(str, row))}\n" for word, row in zip(words, m.tolist()))
