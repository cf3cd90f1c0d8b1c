/** Writes the magnitudes of a window's spectrum: `size / 2 + 1` values. */
export type Spectrum = (
  samples: Float32Array,
  from: number,
  output: Float32Array,
  outputAt: number,
) => void;

/**
 * Magnitude spectrum of `window.length` samples (a power of two) under a window function, by the
 * radix-2 fast Fourier transform (Cooley and Tukey, 1965).
 */
export function spectrumOf(window: Float32Array): Spectrum {
  const size = window.length;
  const order = bitReversed(size);
  const angles = Array.from({ length: size / 2 }, (_, at) => (-2 * Math.PI * at) / size);
  const cosines = Float64Array.from(angles, Math.cos);
  const sines = Float64Array.from(angles, Math.sin);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  return (samples, from, output, outputAt) => {
    for (let at = 0; at < size; at++) {
      const source = order[at] as number;
      real[at] = (samples[from + source] as number) * (window[source] as number);
    }
    imaginary.fill(0);
    transform(real, imaginary, cosines, sines);
    for (let bin = 0; bin <= size / 2; bin++) {
      const [re, im] = [real[bin] as number, imaginary[bin] as number];
      output[outputAt + bin] = Math.sqrt(re * re + im * im);
    }
  };
}

/** In place, on samples in bit-reversed order. */
function transform(
  real: Float64Array,
  imaginary: Float64Array,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const size = real.length;
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let at = 0; at < half; at++) {
        const [top, bottom] = [start + at, start + at + half];
        const cosine = cosines[at * stride] as number;
        const sine = sines[at * stride] as number;
        const [re, im] = [real[bottom] as number, imaginary[bottom] as number];
        const turnedRe = re * cosine - im * sine;
        const turnedIm = re * sine + im * cosine;
        real[bottom] = (real[top] as number) - turnedRe;
        imaginary[bottom] = (imaginary[top] as number) - turnedIm;
        real[top] = (real[top] as number) + turnedRe;
        imaginary[top] = (imaginary[top] as number) + turnedIm;
      }
    }
  }
}

function bitReversed(size: number): Uint16Array {
  const bits = Math.log2(size);
  return Uint16Array.from({ length: size }, (_, at) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((at >> bit) & 1) << (bits - 1 - bit);
    return reversed;
  });
}
