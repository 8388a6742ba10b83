"""Writes the matrix as TensorBoard's Embedding Projector wants it: tensors as text and as bytes, metadata, two configs.

Run by any Python with numpy, beside matrix.npy.
"""

import json
from pathlib import Path

import numpy

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
colors = ["red", "green", "blue", "grey"]
numpy.savetxt(here / "projector-tensors.tsv", m, delimiter="\t", fmt="%.9g")
m.astype("<f4").tofile(here / "projector-tensors.bytes")
with open(here / "projector-metadata.tsv", "w") as file:
    file.write("title\ttext\tcategory\tscore\n")
    file.writelines(f"point {i}\tthe text of point {i}\t{colors[i % 4]}\t{i / 8}\n" for i in range(500))
space = {"tensorName": "points", "tensorShape": [500, 96], "tensorPath": "projector-tensors.bytes"}
space |= {"metadataPath": "projector-metadata.tsv", "sprite": {"imagePath": "sprite.png", "singleImageDim": [8, 8]}}
(here / "projector-config.json").write_text(json.dumps({"embeddings": [space], "modelCheckpointPath": "demo"}, indent=2))
# What SummaryWriter.add_embedding writes.
(here / "projector-config.pbtxt").write_text(
    'embeddings {\n  tensor_name: "points:00000"\n  tensor_path: "00000/points/projector-tensors.tsv"\n'
    '  metadata_path: "00000/points/projector-metadata.tsv"\n}\n'
)
