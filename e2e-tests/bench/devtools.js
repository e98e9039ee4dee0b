// A Chromium of one's own that is spoken to by the DevTools protocol over a pipe, for what a page cannot see of itself.
import { spawn } from 'node:child_process';
import { SWITCHES } from './browser.js';

/** Starts Chromium with a profile that is new; resolves when it has an empty page. */
export async function tab(profile) {
  const switches = [...SWITCHES, '--disable-features=SpareRendererForSitePerProcess', '--remote-debugging-pipe'];
  const process = spawn('chromium', [...switches, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , outgoing, incoming] = process.stdio;
  const waiting = new Map();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  gone.then(() => waiting.forEach(({ reject }) => reject(new Error('Chromium has ended'))));

  // Messages are JSON with a nought octet behind each.
  let rest = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const call = waiting.get(id);
      if (call === undefined) continue;
      waiting.delete(id);
      if (error === undefined) call.resolve(result);
      else call.reject(new Error(error.message));
    }
  });
  outgoing.on('error', () => undefined);

  let calls = 0;
  const call = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      outgoing.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  let page;
  while (page === undefined) {
    const { targetInfos } = await call('Target.getTargets');
    page = targetInfos.find(({ type }) => type === 'page');
  }
  const { sessionId } = await call('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  return {
    /** To the browser as a whole. */
    browser: call,
    /** To the page. */
    page: (method, params) => call(method, params, sessionId),
    async evaluate(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await call('Runtime.evaluate', options, sessionId);
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    async close() {
      call('Browser.close').catch(() => undefined);
      await gone;
    },
  };
}

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
