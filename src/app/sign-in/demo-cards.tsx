import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SignInQuery } from '@/gql/graphql';
import { signInDemo } from './actions';

/** The people of the demo, one per role: a press signs in. Folded under the real form, so that this stays within the first screen. */
export function DemoCards({ accounts, next }: { accounts: SignInQuery['demoAccounts']; next: string }) {
  const t = useTranslations('auth');
  return (
    <details className="mt-7 border-t border-line pt-5" id="demo">
      <summary className="cursor-pointer font-semibold">{t('demo.title')}</summary>
      <p className="muted mt-2">{t('demo.text')}</p>
      <form action={signInDemo} className="grid gap-2.5 mt-5 sm:grid-cols-2">
        <input type="hidden" name="next" value={next} />
        {accounts.map(({ login, name, role, roleLabel }) => (
          <button
            key={login}
            type="submit"
            name="login"
            value={login}
            className="flex items-start gap-3 text-left rounded-card border border-line bg-surface p-4 hover:bg-ink-soft hover:border-ink-line"
          >
            <span className="grid gap-1 min-w-0 flex-1">
              <b className="text-ink">{role ? roleLabel : t('demo.many')}</b>
              <span className="text-m text-text-2">{role ? t(`demo.does.${role}`) : t('demo.manyDoes', { roles: roleLabel })}</span>
              <span className="text-s text-text-3">{name}</span>
            </span>
            <span className="text-ink flex-none">
              <ArrowRight />
            </span>
          </button>
        ))}
      </form>
    </details>
  );
}
