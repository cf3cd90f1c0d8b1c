/** No model can be served from here; the message is one line for whoever starts the server. */
export class ModelUnusable extends Error {
  override readonly name = 'ModelUnusable';
}
