/**
 * A stand-in for the Teams client around the tab, for development: it answers what TeamsJS asks
 * (initialize, getContext, getAuthToken) and tells of a change of theme.
 */
import { language, say } from './words.js';

const CLIENT_VERSION = '2.58.0';
const asked = new URLSearchParams(location.search);
const { people } = await (await fetch('/demo/people')).json();
const person = people.find((one) => one.personId === asked.get('as')) ?? people[0];
const tab = document.getElementById('tab');
const theme = document.getElementById('theme');
theme.value = asked.get('theme') ?? 'default';
document.getElementById('who').textContent = say('as', { name: person.name, role: say(person.role) });

async function token() {
  const response = await fetch('/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: person.personId }),
  });
  if (!response.ok) return null;
  return (await response.json()).token;
}

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: {
    pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, fullTrust: {} },
    dialog: {},
    appInstallDialog: {},
  },
};

const ANSWERS = {
  initialize: async () => ['content', 'web', JSON.stringify(runtime), CLIENT_VERSION],
  getContext: async () => [
    {
      theme: theme.value,
      locale: language,
      userObjectId: person.personId,
      entityId: 'alongside',
      subEntityId: asked.get('view') ?? undefined,
      hostClientType: 'web',
      frameContext: 'content',
      appSessionId: 'demonstration',
    },
  ],
  'authentication.getAuthToken': async () => {
    const given = await token();
    return given === null ? [false, 'CancelledByUser'] : [true, given];
  },
};

async function answer(event) {
  if (event.source !== tab.contentWindow || event.origin !== location.origin) return;
  const { id, uuidAsString, func } = event.data;
  const facts = ANSWERS[func];
  if (!facts) return;
  tab.contentWindow.postMessage({ id, uuidAsString, args: await facts() }, location.origin);
}

window.addEventListener('message', (event) => void answer(event));

theme.addEventListener('change', () => {
  tab.contentWindow.postMessage({ func: 'themeChange', args: [theme.value] }, location.origin);
});

tab.src = `/tab/${location.hash}`;
