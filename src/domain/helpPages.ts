import { ARCHIVE_MAX_ENTRIES, ARCHIVE_MAX_UNPACKED } from './fileLimits';
import type { Procedure } from './procedure/shape';
import type { Language, PageName, Role } from './procedure/vocabulary';
import { SEGMENT_OF, type Segment } from './segments';
import { wayIn } from './wayIn';

/** Whom a help page speaks to, as a part of the site; pages that everybody reads speak to the teacher. */
export const SEGMENT_OF_PAGE: Readonly<Record<PageName, Segment>> = {
  'what-it-is': 'teacher',
  'how-to-apply': 'teacher',
  terms: 'teacher',
  materials: 'teacher',
  'good-file': 'teacher',
  teacher: 'teacher',
  school: 'school',
  operator: 'operator',
  expert: 'expert',
  secretary: 'commission',
  coordinator: 'coordinator',
  administrator: 'admin',
};

/** Pages that tell somebody what to do: whatever stands out in them is an act and leads to its screen. */
export const GUIDES: ReadonlySet<PageName> = new Set([
  'how-to-apply',
  'teacher',
  'school',
  'operator',
  'expert',
  'secretary',
  'coordinator',
  'administrator',
]);

/** The page a role reads where its region's procedure is older than the page of its own. */
export const STANDS_IN: Readonly<Record<string, PageName>> = { coordinator: 'operator', administrator: 'operator' };

/** Screens with an address of their own that a role of the segment has in a region; an act on one case begins in the list it stands in. */
function screensOf(p: Procedure, segment: Segment): string[] {
  const scheduled = Boolean(p.periods.items?.length);
  const withdrawn = p.application.withdrawal.needsRegistration;
  const of = (role: Role) => p.accounts.filter((account) => account.issuedBy === role || account.invitedBy === role);
  const cards = p.employerConfirmation.mode === 'card_prefilled';
  const some = (held: boolean, ...paths: string[]) => (held ? paths : []);
  const below: Record<Segment, string[]> = {
    teacher: some(cards, 'card'),
    school: ['applications', ...some(cards, 'employees', 'employees/new')],
    coordinator: [
      'applications',
      ...some(scheduled, 'schedule'),
      ...some(withdrawn, 'withdrawals'),
      ...some(
        of('COORDINATOR').some((account) => account.mode === 'invitation'),
        'invitations',
      ),
      ...some(
        of('COORDINATOR').some((account) => account.mode !== 'invitation'),
        'accounts',
        'accounts/new',
      ),
      ...some(p.assessment.handover?.by === 'COORDINATOR', 'handover'),
    ],
    operator: ['applications', 'accounts', 'accounts/new', ...some(scheduled, 'schedule'), ...some(withdrawn, 'withdrawals')],
    expert: [],
    commission: ['applications', 'meetings'],
    admin: ['accounts', 'accounts/new', 'applications', 'audit', 'letters', 'procedures', 'procedures/compare'],
  };
  const roles = p.roles.map((role) => role.key).filter((key) => key in SEGMENT_OF) as Role[];
  return roles.some((role) => SEGMENT_OF[role] === segment) ? [`/${segment}`, ...below[segment].map((path) => `/${segment}/${path}`)] : [];
}

/** Every address, without what follows `?` or `#`, that a help page of a region may lead to; other help pages stand for themselves. */
export function helpAddresses(p: Procedure, page: PageName): ReadonlySet<string> {
  const first = wayIn(p.accounts.find((account) => account.role === 'TEACHER')?.mode ?? '');
  return new Set([
    '/',
    '/sign-in',
    '/password/forgot',
    '/account',
    '/messages',
    ...(first ? [first.href] : []),
    ...screensOf(p, SEGMENT_OF_PAGE[page]),
  ]);
}

const MIB = 1024 ** 2;

/** What a page may name in double braces: sizes and kinds of files as the procedure and the site take them. */
const NAMES: Record<string, (p: Procedure, language: Language) => string> = {
  'files.size': ({ portfolio }, language) => mebibytes(portfolio.fileLimits.maxBytes, language),
  'files.bytes': ({ portfolio }, language) => number(portfolio.fileLimits.maxBytes, language),
  'files.count': ({ portfolio }, language) => number(portfolio.fileLimits.filesPerIndicator, language),
  'files.kinds': ({ portfolio }) => portfolio.fileLimits.extensions.map((kind) => (kind === 'jpg' ? 'jpg (jpeg)' : kind)).join(', '),
  'archive.files': (_, language) => number(ARCHIVE_MAX_ENTRIES, language),
  'archive.size': (_, language) => mebibytes(ARCHIVE_MAX_UNPACKED, language),
};
const number = (value: number, language: Language) => new Intl.NumberFormat(language).format(value);
const mebibytes = (bytes: number, language: Language) => `${number(bytes / MIB, language)}\u00a0${language === 'ru' ? 'МБ' : 'MB'}`;
const NAME = /\{\{([^{}]*)\}\}/g;

/** Names in double braces that no page may use. */
export const unknownNames = (text: string): string[] => [...text.matchAll(NAME)].flatMap(([, name = '']) => (name in NAMES ? [] : [name]));

/** The text of a page with the numbers of its procedure in it. */
export const fillPage = (text: string, p: Procedure, language: Language): string =>
  text.replace(NAME, (whole, name: string) => NAMES[name]?.(p, language) ?? whole);
