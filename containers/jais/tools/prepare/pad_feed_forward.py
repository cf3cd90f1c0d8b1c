"""Widens the feed-forward of a converted JAIS file to whole blocks, and gives it its own head.

JAIS is 8/3 times as wide in its feed-forward as elsewhere, rounded down: 10,922 for 6.7 B, which
is no multiple of the 32 numbers of a block nor of the 256 of a K-quant. llama-quantize would leave
`ffn_down`, a fifth of the weights, in 16 bits. Rows of zeros change nothing: silu(0) * 0 = 0.

A checkpoint whose head is tied to its embeddings converts without `output.weight`, which llama.cpp
requires; it is then written here, with the scales of muP that the converter applies to each.

    PYTHONPATH=llama.cpp/gguf-py python pad_feed_forward.py IN.gguf OUT.gguf [CHECKPOINT]
"""

import json
import sys
from pathlib import Path

import gguf
import numpy as np

BLOCK = 256
WIDENED = {"ffn_up.weight": 0, "ffn_gate.weight": 0, "ffn_up.bias": 0, "ffn_gate.bias": 0, "ffn_down.weight": 1}
LENGTH = "jais.feed_forward_length"
# The writer puts these in itself.
OWN = {"GGUF.version", "GGUF.tensor_count", "GGUF.kv_count", "general.architecture"}


def padded(name: str, data: np.ndarray, width: int, new_width: int) -> np.ndarray:
    """The tensor with zeros along its feed-forward axis (numpy's order: outermost first)."""
    axis = next((axis for end, axis in WIDENED.items() if name.endswith(end)), None)
    if axis is None:
        return data
    if data.shape[axis] != width:
        sys.exit(f"{name} is {data.shape}, expected {width} along axis {axis}")
    padding = [(0, 0)] * data.ndim
    padding[axis] = (0, new_width - width)
    return np.pad(data, padding)


def tied_head(embeddings: np.ndarray, checkpoint: Path) -> np.ndarray:
    """The embeddings without their own scale, with the head's."""
    config = json.loads((checkpoint / "config.json").read_text())
    embedded = config.get("mup_embeddings_scale", config.get("embeddings_scale"))
    if "mup_output_alpha" in config:
        head = config["mup_output_alpha"] * config["mup_width_scale"]
    else:
        head = config["width_scale"]
    return (embeddings.astype(np.float32) * (head / embedded)).astype(embeddings.dtype)


def copy_metadata(reader: gguf.GGUFReader, writer: gguf.GGUFWriter, width: int) -> None:
    for field in reader.fields.values():
        if field.name in OWN:
            continue
        kind, *inner = field.types
        value = width if field.name == LENGTH else field.contents()
        writer.add_key_value(field.name, value, kind, sub_type=inner[-1] if inner else None)


def main() -> None:
    source, target, *rest = (Path(argument) for argument in sys.argv[1:])
    reader = gguf.GGUFReader(source)
    width = reader.fields[LENGTH].contents()
    new_width = -(-width // BLOCK) * BLOCK
    writer = gguf.GGUFWriter(target, arch="jais")
    copy_metadata(reader, writer, new_width)
    tensors = {tensor.name: tensor for tensor in reader.tensors}
    for name, tensor in tensors.items():
        if tensor.tensor_type not in (gguf.GGMLQuantizationType.F16, gguf.GGMLQuantizationType.F32):
            sys.exit(f"{name} is {tensor.tensor_type.name}, expected F16 or F32: pad before quantizing")
        writer.add_tensor(name, padded(name, tensor.data, width, new_width))
    if "output.weight" not in tensors:
        if not rest:
            sys.exit("the head is tied: name the CHECKPOINT, whose config.json has the scales")
        writer.add_tensor("output.weight", tied_head(tensors["token_embd.weight"].data, rest[0]))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    print(f"feed-forward {width} -> {new_width}")


if __name__ == "__main__":
    main()
