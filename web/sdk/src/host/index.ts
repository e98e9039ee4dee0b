import { decodeBase64, encodeBase64 } from './base64.ts';
import type { HostFunctions } from './border.ts';
import { keyPrimitives, NO_KEY_PRIMITIVES } from './keys.ts';
import { NO_PRIMITIVES, probePrimitives } from './primitives.ts';
import { fillRandom } from './random.ts';
import { concat, release } from './room.ts';
import { indexOf } from './search.ts';
import { canonicalLineEnds } from './text.ts';

/** What the host's side of the border is made from. */
export interface HostSetup {
  /** Undefined, or without `subtle` (a page that is no secure context): the module does the work. */
  crypto: Crypto | undefined;
  /** The module does all work itself, although the host could. */
  preferModule: boolean;
  /** Answers null at once where the page has no way to responders. */
  askResponder: HostFunctions['askResponder'];
  progress: HostFunctions['progress'];
}

/** Builds what the module asks of its host. Never rejects: what is missing the module does itself. */
export async function createHost(setup: HostSetup): Promise<HostFunctions> {
  const subtle = setup.preferModule ? undefined : setup.crypto?.subtle;
  const primitives = subtle === undefined ? NO_PRIMITIVES : await probePrimitives(subtle);
  const keys = subtle === undefined ? NO_KEY_PRIMITIVES : keyPrimitives(subtle);
  return {
    ...primitives,
    ...keys,
    concat,
    release,
    decodeBase64,
    encodeBase64,
    canonicalLineEnds,
    indexOf,
    random: (target) => fillRandom(target, setup.crypto),
    askResponder: setup.askResponder,
    progress: setup.progress,
  };
}
