import type { Bytes, EngineModule, Outcome, Refusal, Settings } from './host/border.ts';

/** Operations of the module that a page may call; `configure` and `version` belong to the start. */
export type OperationName = Exclude<keyof EngineModule, 'version' | 'configure'>;

/** What an operation is called with, but for its number, which is the message's id. */
export type Arguments<O extends OperationName> =
  Parameters<EngineModule[O]> extends [infer A] ? Omit<A, 'operation'> : object;

/** First message to a worker: load the module and set it up. Answered by `Started` or `Refused`. */
export interface StartRequest {
  type: 'start';
  id: number;
  /** Address of the Wasm module. */
  module: string;
  settings: Settings;
  preferModule: boolean;
  /** Whether the page has a way to responders: whether a `ResponderQuestion` makes sense. */
  responders: boolean;
  /** Name of the Web Lock that the worker holds as long as it lives, where there are such locks. */
  lifeline: string;
}

/** Answered by any number of `Progress` and `ResponderQuestion`, and one `Finished`, `Refused` or `Broken`. */
export interface CallRequest<O extends OperationName = OperationName> {
  type: 'call';
  id: number;
  operation: O;
  args: Arguments<O>;
}

/** The caller has given up; the call is still answered, so that the page knows that it has ended. */
export interface AbortRequest {
  type: 'abort';
  id: number;
}

/** What a responder said to a `ResponderQuestion`; it is to be trusted in nothing. */
export interface ResponderAnswered {
  type: 'responder-answered';
  id: number;
  ask: number;
  /** Null: nothing usable, or nothing in time. */
  answer: Bytes | null;
}

export interface Started {
  type: 'started';
  id: number;
  version: string;
}

export interface Progress {
  type: 'progress';
  id: number;
  done: number;
  total: number;
}

/** Something for the page to put to a responder, for a call. Answered by one `ResponderAnswered`. */
export interface ResponderQuestion {
  type: 'ask-responder';
  id: number;
  /** Number of the question, for there may be several for one call. */
  ask: number;
  /** Address, as the certificate names it. */
  responder: string;
  /** DER of an OCSPRequest. */
  request: Bytes;
}

export interface Finished {
  type: 'finished';
  id: number;
  outcome: Outcome;
}

/** The engine refused, and is well. */
export interface Refused {
  type: 'refused';
  id: number;
  refusal: Refusal;
}

/** The module failed in a way it does not know of, such as a trap; it must not be used again. */
export interface Broken {
  type: 'broken';
  id: number;
}

export type PageMessage = StartRequest | CallRequest | AbortRequest | ResponderAnswered;
export type WorkerMessage = Started | Progress | ResponderQuestion | Finished | Refused | Broken;
