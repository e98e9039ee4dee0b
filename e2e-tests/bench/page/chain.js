// A chain of three with the answers of its responders at hand: is it to be believed?
import { createEngine } from '@signet/smime';
import * as pkijs from 'pkijs';
import { verification, verified } from './floor.js';
import { octets } from './octets.js';

const { forge } = globalThis;
const decoded = (chain) => Object.fromEntries(Object.entries(chain).map(([key, text]) => [key, octets(text)]));

/** The answer for the leaf with its signature value broken: nobody may believe it. */
function forged(chain) {
  const leafAnswer = chain.leafAnswer.slice();
  const response = basicResponse(leafAnswer);
  const signature = response.signature.valueBlock.valueHexView;
  leafAnswer[position(leafAnswer, signature) + signature.length - 1] ^= 1;
  return { ...chain, leafAnswer };
}

function position(haystack, needle) {
  for (let at = haystack.length - needle.length; at >= 0; at--) {
    if (needle.every((octet, i) => haystack[at + i] === octet)) return at;
  }
  throw new Error('the signature is not found');
}

function basicResponse(der) {
  const response = pkijs.OCSPResponse.fromBER(der.slice().buffer);
  return pkijs.BasicOCSPResponse.fromBER(response.responseBytes.response.valueBlock.valueHexView.slice().buffer);
}

export async function contestants(fixtures) {
  const anchor = octets(fixtures.anchor);
  const chains = fixtures.chains.map(decoded);
  // Chains that are measured are none of these: what is remembered of them would be believed.
  const checks = (run) => ({
    revoked: () => run(decoded(fixtures.revoked)),
    forged: () => run(forged(decoded(fixtures.spare))),
  });
  const contestant = (label, note, run, chosen = (round) => chains[round]) => ({
    must: label.startsWith('Signet'),
    name: label,
    note,
    run: (round) => run(chosen(round)),
    checks: checks(run),
  });
  const signet = async (preferModule) => {
    const engine = await createEngine({ trustAnchors: [anchor], ocsp: false, preferModule });
    return async ({ leaf, intermediate, leafAnswer, intermediateAnswer }) => {
      const report = await engine.checkCertificate(leaf, {
        intermediates: [intermediate],
        ocspResponses: [leafAnswer, intermediateAnswer],
      });
      return (report.trusted && report.revocation === 'good') || JSON.stringify(report.problems);
    };
  };
  const floor = await Promise.all(chains.map((chain) => verifications(anchor, chain)));
  const floorRun = async (calls) => (await Promise.all(calls.map(verified))).every(Boolean);
  return [
    contestant('Signet', 'in its worker, with the browser’s cryptography', await signet(false)),
    contestant('Signet, the same chain again', 'answers are remembered', await signet(false), () => chains[0]),
    contestant('Signet, all of it in Wasm', '`preferModule`', await signet(true)),
    contestant('PKI.js, answers verified', 'the caller verifies each with `BasicOCSPResponse.verify`', pki(anchor, true)),
    contestant('PKI.js as it comes', '`CertificateChainValidationEngine` with `ocsps`', pki(anchor, false)),
    contestant('node-forge, no revocation', '`pki.verifyCertificateChain`; it has no OCSP', forgeRun(anchor)),
    {
      name: 'WebCrypto alone',
      note: 'the floor: four keys imported and four signatures verified, side by side',
      run: (round) => floorRun(floor[round]),
      checks: {},
    },
  ];
}

function pki(anchorDer, verifying) {
  const anchor = pkijs.Certificate.fromBER(anchorDer.slice().buffer);
  return async ({ leaf, intermediate, leafAnswer, intermediateAnswer }) => {
    const certs = [intermediate, leaf].map((der) => pkijs.Certificate.fromBER(der.slice().buffer));
    const ocsps = [leafAnswer, intermediateAnswer].map(basicResponse);
    if (verifying) {
      for (const answer of ocsps) {
        const good = await answer.verify({ trustedCerts: [anchor], issuerCerts: [certs[0], anchor] });
        if (!good) return 'an answer is not signed';
      }
    }
    const engine = new pkijs.CertificateChainValidationEngine({ trustedCerts: [anchor], certs, ocsps });
    const outcome = await engine.verify();
    return outcome.result || outcome.resultMessage;
  };
}

function forgeRun(anchorDer) {
  const parsed = (der) =>
    forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(der.slice().buffer)));
  let store;
  return async ({ leaf, intermediate }) => {
    store ??= forge.pki.createCaStore([parsed(anchorDer)]);
    return forge.pki.verifyCertificateChain(store, [parsed(leaf), parsed(intermediate)]);
  };
}

/** What has to be verified at least: both certificates and both answers. */
async function verifications(anchorDer, chain) {
  const [anchor, intermediate, leaf] = [anchorDer, chain.intermediate, chain.leaf].map((der) =>
    pkijs.Certificate.fromBER(der.slice().buffer),
  );
  const [leafAnswer, intermediateAnswer] = [chain.leafAnswer, chain.intermediateAnswer].map(basicResponse);
  return [
    verification(intermediate, leaf.tbsView, leaf.signatureValue),
    verification(anchor, intermediate.tbsView, intermediate.signatureValue),
    verification(intermediate, leafAnswer.tbsResponseData.tbsView, leafAnswer.signature),
    verification(anchor, intermediateAnswer.tbsResponseData.tbsView, intermediateAnswer.signature),
  ];
}
