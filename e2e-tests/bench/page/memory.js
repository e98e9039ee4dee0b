// One contestant alone in a page that opens one large mail, encrypted and signed; how much memory that takes is
// measured from outside. What is to be done is called from there.
import { byParts } from './decrypt.js';
import * as forge from './forge.js';
import { body, file, same } from './octets.js';
import * as pki from './pki.js';
import { green, opened } from './signet.js';

const fromMail = (make, decrypt, verify) => async (person) => {
  const open = byParts(person, true, make, decrypt, verify);
  return (mail) => open(body(mail));
};
const signet = (preferModule) => async (person) => {
  const { engine } = await opened(person, { preferModule });
  return async (mail) => {
    const message = await engine.open(mail);
    return { content: message.content, verdict: green(message) };
  };
};

const CONTESTANTS = {
  Signet: signet(false),
  'Signet, all of it in Wasm': signet(true),
  'PKI.js, RSA-OAEP': fromMail(pki.pki, pki.decrypt, pki.verify),
  'node-forge': fromMail(forge.forged, forge.decrypt, forge.verify),
};

let open;
let mail;
let found;

Object.assign(globalThis, {
  /** Has everything loaded and run once, with a small mail. */
  async prepare(name, person, small) {
    open = await CONTESTANTS[name](person);
    return (await open(await file(small))).verdict;
  },
  async receive(name) {
    mail = await file(name);
    return mail.length;
  },
  async openIt() {
    const started = performance.now();
    found = await open(mail);
    return { verdict: found.verdict, millis: performance.now() - started };
  },
  async right(content) {
    return same(found.content, await file(content));
  },
});
