// @ts-check
/**
 * The module with rarely used algorithms, as the first module's loader sees it: nothing of it is
 * fetched before an operation asks for it.
 *
 * @import { Bytes } from './types.ts'
 */
export class RarePart {
  #load;
  /** @type {Promise<(ask: Bytes[]) => Bytes[]> | null} */
  #loaded = null;

  /** @param {() => Promise<(ask: Bytes[]) => Bytes[]>} load */
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
    this.#loaded ??= this.#load();
    const loading = this.#loaded;
    try {
      await loading;
    } catch (reason) {
      if (this.#loaded === loading) this.#loaded = null;
      throw reason;
    }
    return (await loading)(ask);
  }
}
