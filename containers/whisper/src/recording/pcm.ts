/** The rate that the voice detector and every engine expect. */
export const SAMPLE_RATE = 16_000;

/** 16-bit samples. */
export const BYTES_PER_SAMPLE = 2;

/** Bytes of one second of a decoded channel. */
export const BYTES_PER_SECOND = SAMPLE_RATE * BYTES_PER_SAMPLE;
