#!/usr/bin/env bash
# Makes the file that the endpoint serves out of a checkpoint of the JAIS family. For a machine that
# reaches the model hub; needs git, cmake, a C++ compiler, Python 3.10 and Node, and disk space of
# four times the checkpoint.
#
#   HF_TOKEN=... containers/jais/tools/prepare/prepare.sh inceptionai/jais-family-6p7b-chat OUT.gguf
set -euo pipefail

repository=$1
out=$(realpath -m "$2")
tools=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$tools/../../../.." && pwd)
work=${SADA_PREPARE_FOLDER:-$(mktemp -d)}
checkpoint=$work/checkpoint
source=$work/llama.cpp

# The converter of the very release that will serve the file: it lies in the engine's package.
[ -d "$source" ] || git clone --quiet "$project/node_modules/node-llama-cpp/llama/gitRelease.bundle" "$source"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet -r "$source/requirements/requirements-convert_hf_to_gguf.txt" huggingface_hub

"$work/venv/bin/hf" download "$repository" --local-dir "$checkpoint"
"$work/venv/bin/python" "$tools/check_config.py" "$checkpoint"

"$work/venv/bin/python" "$source/convert_hf_to_gguf.py" "$checkpoint" --outtype f16 --outfile "$work/f16.gguf"
PYTHONPATH=$source/gguf-py "$work/venv/bin/python" "$tools/pad_feed_forward.py" \
  "$work/f16.gguf" "$work/padded.gguf" "$checkpoint"

cmake -S "$source" -B "$source/build" -DCMAKE_BUILD_TYPE=Release -DLLAMA_CURL=OFF -DLLAMA_BUILD_UI=OFF
cmake --build "$source/build" --target llama-quantize --parallel
"$source/build/bin/llama-quantize" "$work/padded.gguf" "$out.unchecked" Q4_K_M

# Unchecked until it agrees with its reference.
"$work/venv/bin/python" "$tools/reference_logits.py" "$checkpoint" "$tools/prompts.json" > "$work/reference.json"
(cd "$project" && npx tsx "$tools/compare-logits.ts" "$work/padded.gguf" "$work/reference.json")
(cd "$project" && npx tsx "$tools/compare-logits.ts" "$out.unchecked" "$work/reference.json")
mv "$out.unchecked" "$out"
sha256sum "$out"
