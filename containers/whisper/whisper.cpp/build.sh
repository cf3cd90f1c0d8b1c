#!/bin/sh
# Builds whisper.cpp's programs: build.sh SOURCE OUT [cpu|cuda]
# SOURCE is what fetch.ts leaves; OUT gets bin/, and for cuda lib/ with NVIDIA's libraries.
# JOBS is how many compilers run at a time; CUDA_ARCHITECTURES are those of CMake.
set -eu
source=$1
out=$2
backend=${3:-cpu}

# No -march=native, so that what one machine builds runs on another; AVX2 stays on. NCCL is for
# several cards. The driver library comes with the host, the others lie beside bin/.
set -- \
  -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_BUILD_WITH_INSTALL_RPATH=ON '-DCMAKE_INSTALL_RPATH=$ORIGIN/../lib' \
  -DBUILD_SHARED_LIBS=OFF \
  -DGGML_NATIVE=OFF \
  -DWHISPER_BUILD_TESTS=OFF
case $backend in
cpu) ;;
cuda)
  # 75 is the T4.
  set -- "$@" -DGGML_CUDA=1 -DGGML_CUDA_NCCL=OFF \
    "-DCMAKE_CUDA_ARCHITECTURES=${CUDA_ARCHITECTURES:-75-real}"
  ;;
*)
  echo "build.sh: expected cpu or cuda, got $backend" >&2
  exit 2
  ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S "$source" -B "$work" "$@"
cmake --build "$work" -j "${JOBS:-2}" --target whisper-server whisper-cli

mkdir -p "$out/bin"
for program in whisper-server whisper-cli; do
  strip -o "$out/bin/$program" "$work/bin/$program"
done
cp "$source/LICENSE" "$out/"

if [ "$backend" = cuda ]; then
  mkdir -p "$out/lib"
  LD_LIBRARY_PATH=/usr/local/cuda/lib64 ldd "$out/bin/whisper-server" |
    awk '/libcu(dart|blas|blasLt)\.so/ { print $3 }' |
    xargs -r cp -Lt "$out/lib"
fi
