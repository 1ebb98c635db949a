import { language, say } from './words.js';

const at = (id) => document.getElementById(id);

function item(content) {
  const line = document.createElement('li');
  line.append(content);
  return line;
}

function link(href, text) {
  const anchor = document.createElement('a');
  Object.assign(anchor, { href, textContent: text, target: '_blank', rel: 'noopener' });
  return anchor;
}

function show(state) {
  at('company').textContent = say('company', state);
  at('now').textContent = say('now', {
    now: new Date(state.now).toLocaleString(language, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: state.timeZone,
    }),
  });
  at('playgrounds').replaceChildren(
    ...state.playgrounds.map((one) => item(link(one.url, one.name))),
    ...(state.playgrounds.length === 0 ? [item(say('noChat'))] : []),
  );
  at('people').replaceChildren(
    ...state.cast.map((one) =>
      item(
        link(
          `/demo/frame?as=${encodeURIComponent(one.personId)}`,
          `${say('inFrame', one)} (${say(one.role)})`,
        ),
      ),
    ),
  );
}

async function ask(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  show(await response.json());
}

for (const button of document.querySelectorAll('[data-move]'))
  button.addEventListener('click', () => {
    const body = JSON.stringify({ to: button.dataset.move });
    void ask('/demo/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  });

await ask('/demo/state');
