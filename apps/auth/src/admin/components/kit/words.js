import { useTranslation } from 'adminjs';

/**
 * What the panel says: `say('kit.actions', { name })`. Numbers as `count` choose the plural.
 *
 * @returns say, and the language for numbers and dates
 */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { say: t, language: i18n.language };
}
