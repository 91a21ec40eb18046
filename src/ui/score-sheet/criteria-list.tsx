'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ScoreGroup } from '@/ui/kit/group-head';
import { CriterionRow } from './criterion-row';
import type { Criterion, Sheet, SheetStore, Views } from './sheet';
import type { Sums } from './sums';

interface CriteriaListProps {
  criteria: readonly Criterion[];
  sheet: Sheet;
  views: Views;
  sums: Sums;
  store: SheetStore;
  zone: string;
  currentId: string | null;
  onCurrent: (id: string) => void;
  onEvidence: (id: string) => void;
}

/** The criteria in their groups, each group with its sum. */
export function CriteriaList(props: CriteriaListProps) {
  const t = useTranslations('expert.sheet');
  const { criteria, sums, sheet } = props;
  // What was unscored when the person asked stays in sight, also once it is scored.
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const gaps = sums.unscored.length;
  return (
    <>
      <div className="row px-4 py-2.5 text-s">
        <span className="muted">
          {t.rich('scored', { done: sums.leaves - gaps, all: sums.leaves, b: (chunks) => <b className="text-text">{chunks}</b> })}
        </span>
        {sheet.editable && (gaps > 0 || only) ? (
          <button
            type="button"
            className="link-button"
            onClick={() => setOnly(only ? null : new Set(sums.unscored.map((criterion) => criterion.id)))}
          >
            {only ? t('showAll') : t('onlyUnscored')}
          </button>
        ) : null}
      </div>
      {branch(props, criteria, only, null)}
    </>
  );
}

function branch(
  props: CriteriaListProps,
  criteria: readonly Criterion[],
  only: ReadonlySet<string> | null,
  parentId: string | null,
): ReactNode {
  const shown = (node: Criterion): boolean =>
    !only || (node.kind === 'leaf' ? only.has(node.id) : criteria.some((child) => child.parentId === node.id && shown(child)));
  const nodes = criteria.filter((node) => (node.parentId ?? null) === parentId && shown(node));
  const items = nodes.map((node) => {
    if (node.kind === 'leaf') return <Row key={node.id} {...props} criterion={node} />;
    const group = (
      // «Раздел 1» says its number itself.
      <ScoreGroup
        key={node.id}
        no={node.label.endsWith(` ${node.no}`) ? '' : node.no}
        title={node.label}
        sum={props.sums.groups[node.id] ?? 0}
        max={Number(node.max)}
      >
        {branch(props, criteria, only, node.id)}
      </ScoreGroup>
    );
    return parentId === null ? group : <li key={node.id}>{group}</li>;
  });
  // Criteria without a group still form one list.
  return parentId === null && nodes.some((node) => node.kind === 'leaf') ? <ol className="rows">{items}</ol> : items;
}

function Row({ criterion, sheet, views, store, zone, currentId, onCurrent, onEvidence }: CriteriaListProps & { criterion: Criterion }) {
  const view = views[criterion.id];
  const slot = store.slot(criterion.id);
  if (!view || !slot) return null;
  return (
    <CriterionRow
      criterion={criterion}
      view={view}
      slot={slot}
      editable={sheet.editable}
      comments={sheet.commentPerCriterion}
      zone={zone}
      current={currentId === criterion.id}
      onCurrent={() => onCurrent(criterion.id)}
      onEvidence={() => onEvidence(criterion.id)}
    />
  );
}
