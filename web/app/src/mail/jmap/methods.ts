/** Objects with the properties that were asked for: what they hold is looked at before it is used. */
export interface Got {
  readonly state: string;
  readonly list: readonly unknown[];
  readonly notFound?: readonly string[];
}

type Each = Readonly<Record<string, unknown>> | null;

/** What became of each object: a server leaves out, or has null, where there is none. */
export interface Done {
  readonly created?: Each;
  readonly notCreated?: Each;
  readonly notUpdated?: Each;
  readonly notDestroyed?: Each;
}

/** RFC 8620, 5.2. */
export interface Changed {
  readonly newState: string;
  readonly hasMoreChanges: boolean;
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly destroyed: readonly string[];
}

/** RFC 8620, 5.5. */
export interface Queried {
  readonly ids: readonly string[];
  readonly queryState: string;
  readonly total?: number;
}

/** The answers of the methods that the page calls, as far as it reads them. */
export interface MethodAnswers {
  'Mailbox/get': Got;
  'Mailbox/changes': Changed;
  'Email/get': Got;
  'Email/changes': Changed;
  'Email/query': Queried;
  'Email/set': Done;
  'Email/import': Done;
  'EmailSubmission/set': Done;
  'Identity/get': Got;
}
