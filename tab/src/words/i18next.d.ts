import 'i18next';
import type en from '../locales/en.json';

// Keys are checked by the compiler against the English catalogue; a test holds the others to the same keys.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}
