// The first mail verified by PKI.js.
import { parts } from '../octets.js';
import { certificate, verify } from '../pki.js';
import { get, report } from './report.js';

const mail = get('/mail');
const anchor = await get('/anchor');
const begun = performance.now();
const root = certificate(anchor);
const { content, der } = parts(await mail);
await report(await verify({ root }, content, der), begun);
