/** The command was given something it cannot use; nothing was started. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
