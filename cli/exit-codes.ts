/** What `sada` exits with. */
export const EXIT = {
  ok: 0,
  /** Something that was asked for was not done; each with its reason. */
  failed: 1,
  /** The command line or a file name was wrong; nothing was started. */
  misuse: 2,
  /** EX_UNAVAILABLE (sysexits.h): what is needed from the network could not be had. */
  unavailable: 69,
  /** 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const;
