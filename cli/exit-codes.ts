/** What `sada` exits with. */
export const EXIT = {
  ok: 0,
  /** Something that was asked for was not done; each with its reason. */
  failed: 1,
  /** The command line or a file name was wrong; nothing was started. */
  misuse: 2,
  /** 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const;
