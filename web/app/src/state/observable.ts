import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something whose changes elements draw. */
export class Observable {
  private readonly listeners = new Set<() => void>();

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of this.listeners) listener();
  }
}

class Watch implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly watched: () => readonly Observable[];
  private endings: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, watched: () => readonly Observable[]) {
    this.host = host;
    this.watched = watched;
  }

  hostConnected(): void {
    this.endings = this.watched().map((observable) =>
      observable.subscribe(() => this.host.requestUpdate()),
    );
  }

  hostDisconnected(): void {
    for (const end of this.endings) end();
    this.endings = [];
  }
}

/**
 * Draws the element again whenever one of the observables changes; they are asked for each time the element is put
 * into a document.
 */
export function watch(host: ReactiveControllerHost, watched: () => readonly Observable[]): void {
  host.addController(new Watch(host, watched));
}
