/** What a model does: hears recordings, or reads transcripts. */
export type ModelKind = 'speech' | 'language';

/** A file that anybody can fetch, and by what it is known to be the right one. */
export interface Published {
  url: string;
  bytes: number;
  /** Hex. */
  sha256: string;
}

/** A model that Sada knows by name. */
export interface Model {
  /** As people type it, and as it stands in object keys. */
  name: string;
  kind: ModelKind;
  /** What its file is called, here and on a mirror. */
  file: string;
  languages: string;
  /** One line: how fast, how much memory, good for what. */
  about: string;
  /** Null where no file can be pulled; `steps` says how to come by one then. */
  published: Published | null;
  steps?: string;
}

/** What a model may be called: part of object keys and of engine names. */
export const MODEL_NAME = /^[a-z0-9][a-z0-9._-]{0,40}$/;

/** What an engine that runs a Whisper model is called in configurations, keys and transcripts. */
export const whisperEngine = (name: string): string => `whisper-${name}`;
