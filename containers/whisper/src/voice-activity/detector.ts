/** Seconds between one probability and the next: 512 samples at 16 kHz. */
export const FRAME_SECONDS = 0.032;

/** Tells speech from noise, tones and silence. */
export interface VoiceDetector {
  /** Speech probability of each `FRAME_SECONDS` of a decoded channel, the last one padded. */
  probabilities(pcmFile: string, signal: AbortSignal): Promise<number[]>;
}
