"""Writes what the reference implementation expects after each prompt, for compare-logits.ts.

    python reference_logits.py CHECKPOINT PROMPTS.json > reference.json
"""

import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

LIKELIEST = 50


def main() -> None:
    checkpoint, prompts = sys.argv[1], json.loads(Path(sys.argv[2]).read_text())
    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    # The checkpoint brings its own model code: read it before you let it run.
    model = AutoModelForCausalLM.from_pretrained(
        checkpoint, trust_remote_code=True, torch_dtype=torch.float32
    ).eval()
    reference = []
    for prompt in prompts:
        ids = tokenizer(prompt, return_tensors="pt").input_ids
        with torch.no_grad():
            likely = torch.log_softmax(model(ids).logits[0, -1].double(), dim=-1)
        top = torch.topk(likely, LIKELIEST)
        pairs = list(zip(top.indices.tolist(), top.values.tolist()))
        reference.append({"prompt": prompt, "tokens": ids[0].tolist(), "likely": pairs})
    json.dump(reference, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
