// @ts-check
/**
 * A module that answers asks, as the first module's loader sees it: nothing of it is fetched before an
 * operation asks for it, or the host wants it ready.
 *
 * @import { Bytes } from './types.ts'
 *
 * @typedef {{ answer: (ask: Bytes[]) => Bytes[], forgetKeys: () => void }} Answers
 */
export class Part {
  #load;
  /** @type {Promise<Answers> | null} */
  #loading = null;
  /** @type {Answers | null} */
  #loaded = null;
  #forgotten = 0;

  /** @param {() => Promise<Answers>} load */
  constructor(load) {
    this.#load = load;
  }

  /**
   * Answers an ask. Rejects with a `Refusal` of code `engine-unavailable` where the module cannot be
   * loaded; the next ask tries again.
   *
   * @param {Bytes[]} ask
   * @returns {Promise<Bytes[]>}
   */
  async answer(ask) {
    const now = this.#forgotten;
    const answers = await this.ready();
    try {
      return answers.answer(ask);
    } finally {
      // It waited for the module while keys were forgotten.
      if (now !== this.#forgotten) answers.forgetKeys();
    }
  }

  /** @returns {Promise<Answers>} */
  async ready() {
    if (this.#loaded !== null) return this.#loaded;
    this.#loading ??= this.#load();
    const loading = this.#loading;
    try {
      return (this.#loaded = await loading);
    } catch (reason) {
      if (this.#loading === loading) this.#loading = null;
      throw reason;
    }
  }

  /** Forgets the private keys that stood in asks. */
  forgetKeys() {
    this.#forgotten++;
    this.#loaded?.forgetKeys();
  }
}
