/**
 * How ffmpeg and ffprobe are told to read a stranger's file: from disk alone, and as one of the
 * formats that recorders write. Playlists and concat lists would open other files.
 */
export const SAFE_INPUT = [
  ['-protocol_whitelist', 'file'],
  [
    '-format_whitelist',
    'wav,w64,aiff,au,caf,voc,mp3,aac,mov,matroska,ogg,flac,wv,amr,amrnb,amrwb,asf,xwma,gsm,avi,mpegts',
  ],
].flat();
