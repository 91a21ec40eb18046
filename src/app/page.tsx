import { FileText, LogIn, Send } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { wayIn } from '@/domain/wayIn';
import { FrontDocument, type FrontQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { formatDays } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { PublicFrame } from '@/ui/public/public-frame';
import { chooseRegion } from '@/ui/session/actions';

type Region = NonNullable<FrontQuery['region']>;

/** Pages that explain the case, before those that belong to a role. */
const EXPLAINING = ['what-it-is', 'how-to-apply', 'terms', 'good-file', 'materials'];

/** The public front page of a region, or the choice of one. */
export default async function FrontPage() {
  const { region, regions, viewer } = await query(FrontDocument, {});
  return (
    <PublicFrame>
      {region ? (
        <RegionFront region={region} several={regions.length > 1} signedIn={Boolean(viewer)} />
      ) : (
        <RegionChoice regions={regions} />
      )}
    </PublicFrame>
  );
}

async function RegionFront({ region, several, signedIn }: { region: Region; several: boolean; signedIn: boolean }) {
  const t = await getTranslations('public');
  const way = wayIn(region.teacherAccountMode);
  const forRoles = region.pages.filter((page) => !EXPLAINING.includes(page.name));
  const explaining = region.pages.filter((page) => EXPLAINING.includes(page.name));
  return (
    <main id="main" className="wrap page">
      <p className="font-semibold text-text-2">{region.label}</p>
      <h1 className="mt-1 max-w-[24ch]">{t('front.title')}</h1>
      <p className="lead">
        {t('front.lead', {
          categories: new Intl.ListFormat(await getLocale(), { type: 'disjunction' }).format(region.categories).toLowerCase(),
        })}
      </p>
      <div className="actions mt-7">
        {way ? (
          <LinkButton look="primary" size="xl" block href={way.href} icon={<Send />}>
            {t(`way.${way.way}.act`)}
          </LinkButton>
        ) : null}
        {way?.way !== 'state' || signedIn ? (
          <LinkButton size="xl" block href={signedIn ? '/start' : '/sign-in'} icon={<LogIn />}>
            {signedIn ? t('nav.cabinet') : t('front.signIn')}
          </LinkButton>
        ) : null}
      </div>
      <div className="with-aside mt-10">
        <div className="stack">
          {way?.way === 'email' ? <HowToApply days={region.credentialsValidDays ?? null} /> : null}
          {way && way.way !== 'email' ? <HowToEnter way={way.way} /> : null}
          <Course region={region} />
        </div>
        <aside className="stack">
          <Materials title={t('front.help')} id="help" pages={explaining} />
          <Materials title={t('front.roles')} id="roles" pages={forRoles} />
          <Card title={t('front.who')} id="who">
            <p className="text-m">{region.systemLabel}</p>
            <p className="text-m text-text-2 mt-2">{t('front.operator', { name: region.operatorLabel })}</p>
            <p className="text-m text-text-2 mt-2">{t('front.commission', { name: region.commissionLabel })}</p>
            {several ? (
              <form action={chooseRegion} className="mt-3">
                <button type="submit" name="region" value="" className="link-button">
                  {t('front.otherRegion')}
                </button>
              </form>
            ) : null}
          </Card>
        </aside>
      </div>
    </main>
  );
}

async function HowToApply({ days }: { days: number | null }) {
  const t = await getTranslations('public');
  const steps = ['email', 'letter', 'form', 'number'] as const;
  return (
    <Card
      title={t('front.howTo')}
      id="how-to"
      aside={
        <Link href="/help/how-to-apply" className="text-m">
          {t('front.more')}
        </Link>
      }
    >
      <ol className="grid gap-4">
        {steps.map((step, k) => (
          <li key={step} className="flex gap-4">
            <span
              className="size-8 flex-none rounded-control grid place-items-center bg-ink-soft text-ink border border-ink-line font-semibold"
              aria-hidden="true"
            >
              {k + 1}
            </span>
            <span className="min-w-0">
              <b className="block">{t(`steps.${step}.title`)}</b>
              <span className="text-text-2">{t(`steps.${step}.text`, { days: days ?? 0 })}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** How one comes in where no letter brings the login. */
async function HowToEnter({ way }: { way: 'register' | 'snils' | 'state' }) {
  const t = await getTranslations('public');
  return (
    <Card
      title={t('front.howTo')}
      id="how-to"
      aside={
        <Link href="/help/how-to-apply" className="text-m">
          {t('front.more')}
        </Link>
      }
    >
      <b className="block">{t(`way.${way}.title`)}</b>
      <p className="text-text-2 mt-1">{t(`way.${way}.text`)}</p>
    </Card>
  );
}

/** The steps of a case and their terms, as the procedure has them. */
async function Course({ region }: { region: Region }) {
  const [t, locale] = await Promise.all([getTranslations('public'), getLocale()]);
  return (
    <Card
      title={t('front.course')}
      id="course"
      pad={false}
      aside={
        <Link href="/help/terms" className="text-m">
          {t('front.allTerms')}
        </Link>
      }
    >
      <ol className="rows">
        {region.course.map((step) => (
          <li key={step.id} className="row">
            <span className="font-semibold">{step.label}</span>
            {step.term ? (
              <span className="text-m text-text-2">
                {t('front.upTo', {
                  days: formatDays(step.term.amount, locale, step.term.unit === 'WORKING_DAYS' ? 'working' : 'calendar'),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Materials({ title, id, pages }: { title: string; id: string; pages: Region['pages'] }) {
  if (pages.length === 0) return null;
  return (
    <Card title={title} id={id} pad={false}>
      <ul className="rows">
        {pages.map((page) => (
          <li key={page.name}>
            <Link href={`/help/${page.name}`} className="row-link">
              <span className="flex gap-3 text-m">
                <FileText />
                <span className="min-w-0">{page.title}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function RegionChoice({ regions }: { regions: FrontQuery['regions'] }) {
  const t = await getTranslations('public');
  return (
    <main id="main" className="wrap page">
      <h1>{t('choice.title')}</h1>
      <p className="lead">{regions.length ? t('choice.lead') : t('choice.none')}</p>
      <form action={chooseRegion} className="grid gap-2.5 mt-7 max-w-[42rem]">
        {regions.map((region) => (
          <button
            key={region.slug}
            type="submit"
            name="region"
            value={region.slug}
            className="grid gap-1 text-left rounded-card border border-line bg-surface p-4 hover:bg-ink-soft hover:border-ink-line"
          >
            <b className="text-ink">{region.label}</b>
            <span className="text-m text-text-2">{region.systemLabel}</span>
          </button>
        ))}
      </form>
    </main>
  );
}
