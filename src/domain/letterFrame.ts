import type { Procedure } from './procedure/shape';
import type { Language } from './procedure/vocabulary';

/** What every letter begins and ends with: `{{greeting}}` and `{{system.contact}}`. */

/** The greeting by name and patronymic; without a name it greets nobody in particular. */
export function greetingOf(person: { firstName?: string; patronymic?: string }, language: Language): string {
  const name = [person.firstName, person.patronymic].filter(Boolean).join(' ');
  if (language === 'en') return name ? `${name}, hello.` : 'Hello.';
  return name ? `${name}, здравствуйте.` : 'Здравствуйте.';
}

/** Whom to ask and how: who operates the region's system, its telephones where the procedure has them, the page of help. */
export function contactOf(procedure: Pick<Procedure, 'system'>, help: string, language: Language): string {
  const { operator, contact } = procedure.system;
  const who = [operator[language], contact?.[language]].filter(Boolean).join(', ');
  return language === 'en' ? `Questions: ${who}. Help: ${help}` : `Кому задать вопрос: ${who}. Инструкции: ${help}`;
}

/** A link of this site that opens the region it belongs to, on whatever device. The rest of the address stays as it is. */
export function inRegion(link: string, slug: string): string {
  return `${link}${link.includes('?') ? '&' : '?'}region=${slug}`;
}
