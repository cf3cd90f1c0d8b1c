"""Refuses a checkpoint whose attention llama.cpp would evaluate otherwise than its reference does.

llama.cpp's `jais` scales attention by 1 / head size, takes positions from ALiBi alone and knows no
ALiBi scaling. A checkpoint that differs would convert without a word and answer worse.

    python check_config.py CHECKPOINT
"""

import json
import sys
from pathlib import Path

EXPECTED = {
    "activation_function": "swiglu",
    "position_embedding_type": "alibi",
    "mup_scale_qk_dot_by_d": True,
}
FIRST_OF = (
    ("mup_embeddings_scale", "embeddings_scale"),
    ("mup_output_alpha", "width_scale"),
)


def problems_of(config: dict) -> list[str]:
    found = [
        f"{key} is {config.get(key)!r}, expected {expected!r}"
        for key, expected in EXPECTED.items()
        if config.get(key) != expected
    ]
    found += [
        f"neither {first} nor {second} is set"
        for first, second in FIRST_OF
        if first not in config and second not in config
    ]
    if config.get("scale_attn_weights") is False:
        found.append("scale_attn_weights is False, expected True")
    return found


def main() -> None:
    config = json.loads((Path(sys.argv[1]) / "config.json").read_text())
    found = problems_of(config)
    if found:
        sys.exit("\n".join(found))
    if config.get("alibi_scaling"):
        print("alibi_scaling is set and not evaluated: keep prompts within its train_seq_len")
    print(f"context {config['n_positions']}, feed-forward {config['n_inner']}")


if __name__ == "__main__":
    main()
