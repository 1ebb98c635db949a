import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';

/** A column's name; columns are constants of their module, words are known only when they are shown. */
export function Heading({ words }: { readonly words: ParseKeys }) {
  const { t } = useTranslation();
  return t(words);
}
