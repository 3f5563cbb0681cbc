/** The server cannot start as asked; `message` is one clear sentence for the person at the terminal. */
export class StartRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "StartRefusal";
    this.code = code;
  }
}
