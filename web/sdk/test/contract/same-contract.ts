/**
 * Holds when `src/contract.ts` says what the contract says: every type of the one can stand for that
 * of the other, no name is missing, and what was added can be left out by who does not know it.
 * Checked by `check-contract.js`, never run.
 */
import type * as Contract from '../../../../../shared/contract/sdk.d.ts';
import type * as Ours from '../../src/contract.ts';

type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Interchangeable<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Each member must be true. */
export const identical: {
  [K in Exclude<keyof Pairs, keyof Extended>]: Identical<Pairs[K][0], Pairs[K][1]>;
} = {
  Bytes: true,
  OcspTransport: true,
  Policy: true,
  Operation: true,
  Certificate: true,
  Pkcs12Info: true,
  Status: true,
  StatusCode: true,
  EncryptionReport: true,
  Problem: true,
  SmimeError: true,
  SmimeErrorCode: true,
};

/**
 * `Layer` has more members than the contract's: what reads a message must expect them all. So what
 * hands layers out is compared without them, and every layer of the contract is one of ours.
 */
export const widened: {
  Layer: [Contract.Layer] extends [Ours.Layer] ? true : false;
  layers: Identical<Ours.OpenedMessage['layers'], Ours.Layer[]>;
  opening: Interchangeable<Parameters<Ours.Engine['open']>, Parameters<Contract.Engine['open']>>;
  opened: Identical<ReturnType<Ours.Engine['open']>, Promise<Ours.OpenedMessage>>;
  created: Identical<ReturnType<typeof Ours.createEngine>, Promise<Ours.Engine>>;
} = { Layer: true, layers: true, opening: true, opened: true, created: true };

/**
 * Types with additions, and those that speak of them: each stands for the contract's, and the
 * contract's for it. An addition that a caller must give, or may not leave out, would fail here.
 */
export const extended: { [K in keyof Extended]: Interchangeable<Pairs[K][0], Pairs[K][1]> } = {
  Engine: true,
  Key: true,
  SignOptions: true,
  EncryptOptions: true,
  OpenOptions: true,
  CheckOptions: true,
  SignatureReport: true,
  SignerReport: true,
  OpenedMessage: true,
  CertificateReport: true,
};
interface Extended {
  Engine: unknown;
  Key: unknown;
  SignOptions: unknown;
  EncryptOptions: unknown;
  OpenOptions: unknown;
  CheckOptions: unknown;
  SignatureReport: unknown;
  SignerReport: unknown;
  OpenedMessage: unknown;
  CertificateReport: unknown;
}

/** Of an object type with additions, what the contract has of it. */
type Common<O, C> = Pick<O, keyof O & keyof C>;

/* EngineOptions has options more, which every caller may leave out. */
export const interchangeable: {
  EngineOptions: Interchangeable<Ours.EngineOptions, Contract.EngineOptions>;
  createEngine: Interchangeable<
    Parameters<typeof Ours.createEngine>,
    Parameters<typeof Contract.createEngine>
  >;
  values: Identical<keyof typeof Ours, keyof typeof Contract>;
} = { EngineOptions: true, createEngine: true, values: true };

interface Pairs {
  Bytes: [Ours.Bytes, Contract.Bytes];
  OcspTransport: [Ours.OcspTransport, Contract.OcspTransport];
  Policy: [Ours.Policy, Contract.Policy];
  /* The engine has operations more, which a caller of the contract does not know. */
  Engine: [Omit<Common<Ours.Engine, Contract.Engine>, 'open'>, Omit<Contract.Engine, 'open'>];
  Operation: [Ours.Operation, Contract.Operation];
  SignOptions: [Ours.SignOptions, Contract.SignOptions];
  EncryptOptions: [Ours.EncryptOptions, Contract.EncryptOptions];
  OpenOptions: [Ours.OpenOptions, Contract.OpenOptions];
  CheckOptions: [Ours.CheckOptions, Contract.CheckOptions];
  Key: [Ours.Key, Contract.Key];
  Certificate: [Ours.Certificate, Contract.Certificate];
  Pkcs12Info: [Ours.Pkcs12Info, Contract.Pkcs12Info];
  OpenedMessage: [Omit<Ours.OpenedMessage, 'layers'>, Omit<Contract.OpenedMessage, 'layers'>];
  Status: [Ours.Status, Contract.Status];
  StatusCode: [Ours.StatusCode, Contract.StatusCode];
  SignatureReport: [Ours.SignatureReport, Contract.SignatureReport];
  SignerReport: [Ours.SignerReport, Contract.SignerReport];
  EncryptionReport: [Ours.EncryptionReport, Contract.EncryptionReport];
  CertificateReport: [Ours.CertificateReport, Contract.CertificateReport];
  Problem: [Ours.Problem, Contract.Problem];
  SmimeError: [Ours.SmimeError, Contract.SmimeError];
  SmimeErrorCode: [Ours.SmimeErrorCode, Contract.SmimeErrorCode];
}
