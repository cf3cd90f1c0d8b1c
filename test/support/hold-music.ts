/** Notes of a slow progression in C, as semitones from middle C: chord by chord, bass first. */
const CHORDS = [
  [-12, 4, 7, 12],
  [-15, 4, 9, 12],
  [-19, 5, 9, 14],
  [-17, 2, 7, 11],
];
const CHORD_SECONDS = 2;
const NOTES_A_SECOND = 4;
/** A singer's vibrato: five times a second, a third of a semitone. */
const VIBRATO = { hertz: 5, semitones: 0.35 };
const MIDDLE_C = 261.63;

/** Hold music that is nobody's: held chords, an arpeggio above them, a melody with vibrato. */
export function holdMusic(seconds: number, sampleRate = 16_000): Float32Array {
  const phases = new Float64Array(6);
  const voice = (at: number, semitones: number): number => {
    const hertz = MIDDLE_C * 2 ** (semitones / 12);
    const phase = ((phases[at] ?? 0) + (2 * Math.PI * hertz) / sampleRate) % (2 * Math.PI);
    phases[at] = phase;
    return Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.2 * Math.sin(3 * phase);
  };
  return Float32Array.from({ length: seconds * sampleRate }, (_, sample) => {
    const time = sample / sampleRate;
    const chord = CHORDS[Math.floor(time / CHORD_SECONDS) % CHORDS.length] ?? [];
    const note = Math.floor(time * NOTES_A_SECOND);
    const held = chord.reduce((sum, semitones, at) => sum + 0.1 * voice(at, semitones), 0);
    const plucked = Math.exp(-6 * ((time * NOTES_A_SECOND) % 1));
    const arpeggio = 0.15 * plucked * voice(4, 12 + (chord[1 + (note % 3)] ?? 0));
    const wobble = VIBRATO.semitones * Math.sin(2 * Math.PI * VIBRATO.hertz * time);
    const melody = 0.15 * voice(5, 12 + (chord[1 + (Math.floor(time) % 3)] ?? 0) + wobble);
    return 0.7 * (held + arpeggio + melody);
  });
}
