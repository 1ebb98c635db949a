import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app.tsx';
import { startWords } from './words/words.ts';

const words = await startWords(navigator.language);
const root = document.querySelector('#root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <I18nextProvider i18n={words}>
    <App />
  </I18nextProvider>,
);
