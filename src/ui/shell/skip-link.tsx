import { useTranslations } from 'next-intl';

/** First stop of the keyboard; every page gives its <main> the id «main». */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {useTranslations('shell')('skip')}
    </a>
  );
}
