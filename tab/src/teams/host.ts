import { app, authentication } from '@microsoft/teams-js';
import { Problem } from '../api/problem.ts';
import { expiryOf, keepToken } from '../session/keep-token.ts';
import type { Token } from '../session/keep-token.ts';
import type { Session } from '../session/session.ts';
import { themeName } from './theme.ts';
import type { ThemeName, ThemeSource } from './theme.ts';

/** TeamsJS waits for ever when its host does not answer; after this we say so. */
const PATIENCE_MS = 10_000;
/** Somebody may be reading what they are asked to agree to. */
const CONSENT_MS = 120_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Signs in through Teams. @throws Error when no host answers in time; Problem 'not-signed-in' when it gives no token. */
export async function connectToTeams(): Promise<Session> {
  await within(PATIENCE_MS, app.initialize(developmentOrigins()));
  const context = await within(PATIENCE_MS, app.getContext());
  const signed = keepToken(askForToken);
  app.notifyAppLoaded();
  await signed.token();
  app.notifySuccess().catch(() => {
    // Hosts that show no loading indicator need not answer.
  });
  return {
    signed,
    language: context.app.locale,
    place: context.page.subPageId ?? null,
    theme: themeOf(context.app.theme, (heard) => app.registerOnThemeChangeHandler(heard)),
  };
}

/** Teams asks for consent by itself where it is missing; it is given for `access_as_user` alone, and no scope of Graph. */
async function askForToken(): Promise<Token> {
  try {
    const token = await within(CONSENT_MS, authentication.getAuthToken());
    return { token, expiresAt: expiryOf(token) };
  } catch {
    // What Teams says of it is for nobody's eyes: refused, closed, switched off by an administrator.
    throw new Problem({ code: 'not-signed-in', status: 0, message: '', reference: null });
  }
}

function themeOf(first: string, register: (heard: (name: string) => void) => void): ThemeSource {
  let current: ThemeName = themeName(first);
  const listeners = new Set<() => void>();
  register((name) => {
    current = themeName(name);
    for (const changed of listeners) changed();
  });
  return {
    now: () => current,
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/**
 * TeamsJS talks to Microsoft's hosts only. In development, where both the tab and the page around it are on
 * loopback, that page is let in too; nobody else's can be there.
 */
function developmentOrigins(): string[] {
  const host = URL.parse(hostOrigin());
  return LOOPBACK.has(window.location.hostname) && host !== null && LOOPBACK.has(host.hostname)
    ? [host.origin]
    : [];
}

/** The page around us: read off it where it is of our own origin, else as the browser tells. */
function hostOrigin(): string {
  try {
    return window.parent.location.origin;
  } catch {
    return document.referrer;
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('the host did not answer')), milliseconds);
  });
  return Promise.race([promise, late]);
}
