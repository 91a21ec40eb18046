import { labelIn, roleLabel } from '@/domain/labels';
import type { Procedure } from '@/domain/procedure/shape';
import type { ActorRole, Language, Source } from '@/domain/procedure/vocabulary';
import { type ProcedureWords, procedureWords } from '@/messages/procedureWords';

/** A number or choice of a procedure in words. */
export interface RuleWords {
  key: string;
  label: string;
  value: string;
  source: Source | null;
}
type Key = Parameters<ProcedureWords>[0] extends infer K ? (K extends `rule.${infer R}` ? R : never) : never;

type Row = [key: Key, value: string, source: Source | null];

/** The numbers and choices of a procedure that are neither words, ways nor terms. */
export function ruleWords(procedure: Procedure, language: Language): RuleWords[] {
  const t = procedureWords(language);
  const say = (label: { ru: string; en: string }) => labelIn(label, language);
  const roles = (keys: readonly (ActorRole | undefined)[]) =>
    [...new Set(keys)].flatMap((key) => (key ? [roleLabel(procedure, key, language)] : [])).join(', ');
  const term = (id: string | undefined) => {
    const found = procedure.deadlines.find((d) => d.id === id);
    return found ? say(found.label) : '';
  };
  const yes = (holds: boolean | undefined) => t(holds ? 'value.yes' : 'value.no');
  const { application, assessment, decision, portfolio } = procedure;
  const { experts, aggregation, scoring } = assessment;
  const { withdrawal, returnForCorrection: back, portal } = application;
  const employer = procedure.employerConfirmation;
  const registrars = procedure.transitions
    .filter((way) => way.action === 'register' || (way.to === 'REGISTERED' && way.from !== 'RETURNED'))
    .map((way) => way.actor);
  const many = assessment.method === 'points';

  const portalRow: Row = [
    'portal',
    portal ? t('value.portalBy', { label: say(portal.label), role: roles([portal.recordedBy]) }) : '',
    portal?.source ?? null,
  ];
  const rows: Row[] = [
    [
      'categories',
      procedure.categories
        .filter((c) => c.offered)
        .map((c) => say(c.label))
        .join(', '),
      null,
    ],
    ['registration', registrars.every((r) => r === 'TEACHER' || r === 'SYSTEM') ? t('value.system') : roles(registrars), null],
    ...(portal ? [portalRow] : []),
    ['signed', yes(application.printSignUpload), null],
    ['onePerPosition', yes(application.oneApplicationPerPosition), null],
    [
      'returned',
      back.allowed ? t('value.returnedBy', { roles: roles(back.by), term: term(back.respondBy) }) : t('value.returnedNever'),
      back.source,
    ],
    [
      'withdrawal',
      !withdrawal.enabled
        ? t('value.withdrawnNever')
        : withdrawal.needsRegistration
          ? t('value.withdrawnRegistered', { roles: roles(withdrawal.registeredBy ?? []) })
          : t('value.withdrawnAtOnce', { roles: roles(withdrawal.by) }),
      withdrawal.source,
    ],
    [
      'employer',
      employer.mode === 'none'
        ? t('employerMode.none')
        : t('value.employer', {
            mode: t(`employerMode.${employer.mode}`),
            roles: roles([...(employer.answeredBy ?? []), ...(employer.signers ?? [])]) || t('value.no'),
          }),
      employer.source,
    ],
    [
      'files',
      t('value.files', {
        mb: Math.round((portfolio.fileLimits.maxBytes / 1_048_576) * 10) / 10,
        extensions: portfolio.fileLimits.extensions.join(', '),
        count: portfolio.fileLimits.filesPerIndicator,
      }),
      portfolio.fileLimits.source,
    ],
    ['links', yes(portfolio.allowLinks), null],
    ['locked', t(portfolio.lockOnSubmit ? 'value.lockedYes' : 'value.lockedNo'), null],
    ['method', t(many ? 'value.methodPoints' : 'value.methodConclusion'), null],
    ['experts', t('value.experts', { min: experts.min, max: experts.max }), experts.source],
    ['reserve', String(experts.reserve), experts.reserveSource ?? experts.source],
    [
      'selectedBy',
      experts.fallbackSelectedBy
        ? t('value.selectedByOr', { role: roles([experts.selectedBy]), other: roles([experts.fallbackSelectedBy]) })
        : roles([experts.selectedBy]),
      experts.source,
    ],
    [
      'invitation',
      experts.invitation
        ? [t('value.invited', { term: term(experts.confirmBy) }), ...(experts.firstComeFirstServed ? [t('value.invitedFirst')] : [])].join(
            '; ',
          )
        : t('value.appointed'),
      experts.source,
    ],
    ['municipality', t(experts.sameMunicipalityOnly ? 'value.sameMunicipality' : 'value.anyMunicipality'), experts.source],
    ['others', t(scoring.showOtherExperts ? 'value.othersSeen' : 'value.othersAfter'), scoring.source],
    ['aggregation', t(`aggregate.${aggregation.method}`), aggregation.source],
    [
      'divergence',
      t('value.divergence', { percent: aggregation.divergencePercent, rule: t(`diverge.${aggregation.onDivergence}`) }),
      aggregation.source,
    ],
    ['steps', String(decision.steps.length), decision.source],
    [
      'quorum',
      t('value.quorum', { need: decision.quorum.need, of: decision.quorum.of, members: decision.quorum.minMembers }),
      decision.quorum.source,
    ],
    ['tie', t(decision.tie === 'establish' ? 'value.tieEstablish' : 'value.tieRefuse'), decision.source],
    ['presence', t(`value.presence.${decision.teacherPresence}`), decision.source],
    ['periods', t(`periodKind.${procedure.periods.kind}`), procedure.periods.source],
  ];
  return rows.map(([key, value, source]) => ({ key, label: t(`rule.${key}`), value, source }));
}
