/** A format that recorders write, and how Debian's ffmpeg makes it of a WAV. */
export interface AudioFormat {
  name: string;
  extension: string;
  /** ffmpeg's options for the output. */
  options: readonly string[];
  /** Every word survives; lossy ones cost a recogniser some. */
  lossless: boolean;
  /** Null for those that hold one channel alone. */
  channels: 1 | null;
}

const lossless = (name: string, extension: string, ...options: string[]): AudioFormat => ({
  name,
  extension,
  options,
  lossless: true,
  channels: null,
});
const lossy = (name: string, extension: string, ...options: string[]): AudioFormat => ({
  name,
  extension,
  options,
  lossless: false,
  channels: null,
});
const mono = (format: AudioFormat): AudioFormat => ({ ...format, channels: 1 });

/**
 * All but AMR, which Debian's ffmpeg reads and cannot write: `test/support/amr` holds that.
 */
export const AUDIO_FORMATS: readonly AudioFormat[] = [
  lossless('WAV 16-bit', 'wav', '-c:a', 'pcm_s16le'),
  lossless('WAV 24-bit, 48 kHz', 'wav', '-c:a', 'pcm_s24le', '-ar', '48000'),
  lossless('WAV float, 44.1 kHz', 'wav', '-c:a', 'pcm_f32le', '-ar', '44100'),
  lossless('FLAC', 'flac'),
  lossy('WAV 8-bit', 'wav', '-c:a', 'pcm_u8'),
  lossy('WAV 16-bit, 8 kHz', 'wav', '-c:a', 'pcm_s16le', '-ar', '8000'),
  lossy('WAV mu-law, 8 kHz', 'wav', '-c:a', 'pcm_mulaw', '-ar', '8000'),
  lossy('WAV A-law, 8 kHz', 'wav', '-c:a', 'pcm_alaw', '-ar', '8000'),
  lossy('WAV MS-ADPCM', 'wav', '-c:a', 'adpcm_ms'),
  mono(lossy('WAV GSM', 'wav', '-c:a', 'libgsm_ms', '-ar', '8000', '-ac', '1')),
  mono(lossy('GSM', 'gsm', '-c:a', 'libgsm', '-ar', '8000', '-ac', '1')),
  lossy('MP3, 44.1 kHz', 'mp3', '-ar', '44100', '-b:a', '128k'),
  lossy('MP3, 8 kHz, 64 kbit/s', 'mp3', '-ar', '8000', '-b:a', '64k'),
  lossy('MP3, 8 kHz, 32 kbit/s', 'mp3', '-ar', '8000', '-b:a', '32k'),
  lossy('M4A', 'm4a', '-c:a', 'aac', '-ar', '48000', '-b:a', '96k'),
  lossy('Ogg Opus', 'opus', '-c:a', 'libopus', '-b:a', '32k'),
  lossy('Ogg Vorbis', 'ogg', '-c:a', 'libvorbis'),
];
