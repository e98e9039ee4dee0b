// The first mail verified by Signet; it is on its way while the engine starts.
import { createEngine } from '@signet/smime';
import { get, report } from './report.js';

const mail = get('/mail');
const anchor = await get('/anchor');
const begun = performance.now();
const engine = await createEngine({ trustAnchors: [anchor], ocsp: false });
const { status } = await engine.open(await mail);
await report(status.colour === 'green', begun);
