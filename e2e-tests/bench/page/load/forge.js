// The first mail verified by node-forge.
import { certificate, verify } from '../forge.js';
import { parts } from '../octets.js';
import { get, report } from './report.js';

const { forge } = globalThis;
const mail = get('/mail');
const anchor = await get('/anchor');
const begun = performance.now();
const store = forge.pki.createCaStore([certificate(anchor)]);
const { content, der } = parts(await mail);
await report(verify({ store }, content, der), begun);
