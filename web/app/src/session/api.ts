import type { Renewal } from './renewal.ts';

/** What the server's settings tell the page: `GET /api/config`. */
export interface ServerConfig {
  readonly ocsp: boolean;
  readonly rememberPassphrase: boolean;
  readonly newPassphrase: 'ascii' | 'unicode';
  readonly contentCipher: 'auto' | 'aes-256-gcm' | 'aes-128-gcm' | 'aes-256-cbc' | 'aes-128-cbc';
  readonly digest: 'sha-256' | 'sha-384' | 'sha-512';
  readonly unlockMinutes: number;
  readonly smimeEnabledByDefault: boolean;
  readonly signIn: 'local' | 'oidc' | 'proxy';
  readonly mail: string | null;
}

export interface Session {
  readonly user: string;
  /** The value of `X-CSRF-Token` for requests that change something. */
  readonly csrf: string;
}

/** What a user has typed to sign in. It is in no storage, no address and no message of an error. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A session that has begun, and what was typed for it: null where the user was known without. */
export interface SignedIn {
  readonly session: Session;
  readonly typed: Credentials | null;
}

export interface StoredKeyFile {
  readonly id: string;
  readonly name: string;
  /** In octets. */
  readonly size: number;
  /** Of the stored bytes. */
  readonly sha256: string;
}

/** The server answered with something else than success. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** Seconds after which a further attempt makes sense, or null. */
  readonly retryAfter: number | null;

  constructor(status: number, detail: string, retryAfter: number | null) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The server could not be reached. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

const pkcs12 = 'application/x-pkcs12';
const ocspRequest = 'application/ocsp-request';
const ocspResponse = 'application/ocsp-response';
const sessionPath = '/api/session';

/** Where the browser goes to sign in with an OpenID provider; it comes back to the page. */
export const providerSignIn = '/api/session/oidc';

/** The server's HTTP interface. Nothing that goes through here is a passphrase, a private key in clear or a mail. */
export class Api {
  private csrf: string | null = null;
  private readonly renewal: Renewal;

  /** @param renewal who is told when the server no longer knows the session, and waited for */
  constructor(renewal: Renewal) {
    this.renewal = renewal;
  }

  async config(): Promise<ServerConfig> {
    return (await this.request('/api/config')).json() as Promise<ServerConfig>;
  }

  async trustAnchors(): Promise<Uint8Array> {
    return new Uint8Array(await (await this.request('/api/trust-anchors')).arrayBuffer());
  }

  /** The session of this browser, or null without one. */
  async session(): Promise<Session | null> {
    try {
      const session = (await (await this.send(sessionPath)).json()) as Session;
      this.csrf = session.csrf;
      return session;
    } catch (error) {
      if (error instanceof HttpError && error.status === 401) return null;
      throw error;
    }
  }

  /** @throws {HttpError} 401: wrong user or password; 429: too many attempts */
  async signIn(user: string, password: string): Promise<Session> {
    return this.begin({
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user, password }),
    });
  }

  /**
   * Begins a session for whom the proxy before the server names.
   *
   * @throws {HttpError} 401: it names nobody
   */
  async signInByProxy(): Promise<Session> {
    return this.begin({});
  }

  private async begin(init: RequestInit): Promise<Session> {
    await this.send(sessionPath, { ...init, method: 'POST' });
    const session = await this.session();
    if (session === null) throw new HttpError(401, '', null);
    return session;
  }

  async signOut(): Promise<void> {
    await this.send(sessionPath, { method: 'DELETE' });
    this.csrf = null;
  }

  async keyFiles(): Promise<StoredKeyFile[]> {
    return (await this.request('/api/keys')).json() as Promise<StoredKeyFile[]>;
  }

  async readKeyFile(id: string): Promise<Uint8Array> {
    const answer = await this.request(`/api/keys/${encodeURIComponent(id)}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Stores a new file under an id of the caller's choice; never replaces one. */
  async createKeyFile(id: string, name: string, p12: Uint8Array): Promise<void> {
    await this.request(`/api/keys/${encodeURIComponent(id)}?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { 'Content-Type': pkcs12, 'If-None-Match': '*' },
      body: p12 as Uint8Array<ArrayBuffer>,
    });
  }

  /**
   * Puts another version in the place of a file.
   *
   * @param sha256 of the version that it is to replace
   * @throws {HttpError} 412: another version is stored by now, or none
   */
  async replaceKeyFile(id: string, name: string, p12: Uint8Array, sha256: string): Promise<void> {
    await this.request(`/api/keys/${encodeURIComponent(id)}?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { 'Content-Type': pkcs12, 'If-Match': `"${sha256}"` },
      body: p12 as Uint8Array<ArrayBuffer>,
    });
  }

  async removeKeyFile(id: string): Promise<void> {
    await this.request(`/api/keys/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  /**
   * Puts a question to a responder through the server's relay. Unlike the other requests it does not wait for a
   * session that has ended: without an answer the verdict says so.
   */
  async askResponder(
    responder: string,
    question: Uint8Array,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    let answer: Response;
    try {
      answer = await this.send(`/api/ocsp?responder=${encodeURIComponent(responder)}`, {
        method: 'POST',
        headers: { 'Content-Type': ocspRequest, Accept: ocspResponse },
        body: question as Uint8Array<ArrayBuffer>,
        signal,
      });
    } catch (error) {
      if (isSignedOut(error)) this.renewal.missed();
      throw error;
    }
    if (answer.headers.get('Content-Type')?.split(';', 1)[0]?.trim() !== ocspResponse)
      throw new HttpError(502, '', null);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Sends; where the session has ended, once more after it was renewed. */
  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    try {
      return await this.send(path, init);
    } catch (error) {
      if (!isSignedOut(error) || !(await this.renewal.renewed())) throw error;
      return this.send(path, init);
    }
  }

  private async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const changes = init.method !== undefined && init.method !== 'GET';
    if (changes && this.csrf !== null) headers.set('X-CSRF-Token', this.csrf);
    let answer: Response;
    try {
      answer = await fetch(path, {
        ...init,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'manual',
      });
    } catch (error) {
      throw new NetworkError('', { cause: error });
    }
    // The server redirects nothing here; a proxy before it does so to its own sign-in.
    if (answer.type === 'opaqueredirect') throw new HttpError(401, '', null);
    if (!answer.ok) throw await failure(answer);
    return answer;
  }
}

function isSignedOut(error: unknown): boolean {
  return error instanceof HttpError && error.status === 401;
}

async function failure(answer: Response): Promise<HttpError> {
  const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  let detail = '';
  if (answer.headers.get('Content-Type')?.startsWith('application/problem+json') === true) {
    const problem = (await answer.json().catch(() => null)) as {
      detail?: unknown;
      title?: unknown;
    } | null;
    const said = problem?.detail ?? problem?.title;
    if (typeof said === 'string') detail = said;
  }
  return new HttpError(answer.status, detail, retryAfter);
}
