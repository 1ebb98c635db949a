import { useSyncExternalStore } from 'react';

/** Where one is in the tab: `programme/rounds/17` as its parts. Empty at the beginning. */
export type Place = readonly string[];

/** The place an address names: after the hash, else in `?view=`, else below `/tab/`. */
export function placeOf(location: { hash: string; search: string; pathname: string }): Place {
  const hash = location.hash.replace(/^#\/?/, '');
  const below = location.pathname.replace(/^\/tab\/?/, '');
  const named = hash === '' ? (new URLSearchParams(location.search).get('view') ?? below) : hash;
  return named
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
}

export function hashOf(place: Place): string {
  return `#/${place.map(encodeURIComponent).join('/')}`;
}

export function goTo(...place: string[]): void {
  window.location.hash = hashOf(place);
}

/** The place one is at, and again whenever it changes. */
export function usePlace(): Place {
  const now = useSyncExternalStore(listen, read);
  const { search, pathname } = window.location;
  return placeOf({ hash: now, search, pathname });
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function read(): string {
  return window.location.hash;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
