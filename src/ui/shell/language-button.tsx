import { Languages } from 'lucide-react';
import { useLocale } from 'next-intl';
import { setLanguage } from './preferences';

/** Switches to the other language, named in that language. Works without scripts. */
export function LanguageButton({ className = 'link-button', withIcon = false }: { className?: string; withIcon?: boolean }) {
  const other = useLocale() === 'ru' ? { locale: 'en', name: 'English' } : { locale: 'ru', name: 'Русский' };
  return (
    <form action={setLanguage}>
      <input type="hidden" name="lang" value={other.locale} />
      <button type="submit" className={className} lang={other.locale}>
        {withIcon ? <Languages /> : null}
        {other.name}
      </button>
    </form>
  );
}
