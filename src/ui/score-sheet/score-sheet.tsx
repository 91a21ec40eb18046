'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type FragmentType, readFragment } from '@/gql';
import { ScoreSheet_AssignmentFragmentDoc, ScoreSheet_CriterionFragmentDoc } from '@/gql/graphql';
import { Card } from '@/ui/kit/card';
import { classes } from '@/ui/kit/classes';
import { CriteriaList } from './criteria-list';
import { EvidencePane } from './evidence-pane';
import { Recommendations } from './recommendations';
import type { Sheet, Views } from './sheet';
import { SheetFoot } from './sheet-foot';
import { sumsOf } from './sums';
import { useSheet } from './use-sheet';

interface ScoreSheetProps {
  assignment: FragmentType<typeof ScoreSheet_AssignmentFragmentDoc>;
  zone: string;
  /** The points stand in a table of everybody's as well: it is read again once they are saved. */
  shared?: boolean;
}

/** The score grid with the evidence beside it: written by its expert while it is open, read by those who may afterwards. */
export function ScoreSheet({ assignment, zone, shared = false }: ScoreSheetProps) {
  const { id, sheet } = readFragment(ScoreSheet_AssignmentFragmentDoc, assignment);
  // A sheet that was closed or opened meanwhile begins anew; one that only moved on keeps what is being typed.
  return sheet ? <LivingSheet key={`${sheet.id}-${sheet.editable}`} assignmentId={id} sheet={sheet} zone={zone} shared={shared} /> : null;
}

function LivingSheet({ assignmentId, sheet, zone, shared }: { assignmentId: string; sheet: Sheet; zone: string; shared: boolean }) {
  const t = useTranslations('expert.sheet');
  const router = useRouter();
  const [criteria] = useState(() => readFragment(ScoreSheet_CriterionFragmentDoc, sheet.criteria));
  const { store, views } = useSheet(assignmentId, sheet, criteria, () => router.refresh());
  const [currentId, setCurrentId] = useState(() => criteria.find((c) => c.kind === 'leaf')?.id ?? null);
  const [tab, setTab] = useState<'criteria' | 'evidence'>('criteria');
  useReadAgain(shared && !store.dirty(), views, () => router.refresh());
  const place = useRef<HTMLDivElement>(null);
  const current = criteria.find((c) => c.id === currentId) ?? null;
  const sums = sumsOf(criteria, views);
  const show = (next: typeof tab) => {
    setTab(next);
    place.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div ref={place} className="wrap-wide md:hidden pb-3">
        <div className="seg w-full" role="radiogroup" aria-label={t('view')}>
          {(['criteria', 'evidence'] as const).map((one) => (
            <label key={one} className="flex-1 justify-center">
              <input type="radio" name="sheet-view" checked={tab === one} onChange={() => show(one)} />
              {one === 'criteria' ? t('criteria') : t('evidenceTab', { no: current?.no ?? '' })}
            </label>
          ))}
        </div>
      </div>
      <div className="wrap-wide grid grid-cols-[minmax(0,1fr)] items-start gap-4 pb-5 md:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <div className={classes('grid gap-4', tab === 'evidence' && 'max-md:hidden')}>
          <Card pad={false}>
            <CriteriaList
              criteria={criteria}
              sheet={sheet}
              views={views}
              sums={sums}
              store={store}
              zone={zone}
              currentId={currentId}
              onCurrent={setCurrentId}
              onEvidence={(criterionId) => {
                setCurrentId(criterionId);
                show('evidence');
              }}
            />
          </Card>
          <Recommendations sheet={sheet} view={views.recommendations} store={store} />
        </div>
        <div className={classes('md:sticky md:top-4', tab === 'criteria' && 'max-md:hidden')}>
          <EvidencePane criterion={current} frozenAt={sheet.frozenAt ?? null} zone={zone} />
        </div>
      </div>
      <SheetFoot assignmentId={assignmentId} sheet={sheet} sums={sums} views={views} store={store} />
    </>
  );
}

const SETTLED_MS = 800;

/** Reads the page again once everything that was changed here is saved and nothing more is typed. */
function useReadAgain(settled: boolean, views: Views, read: () => void) {
  const first = useRef(views);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    if (!settled || views === first.current) return;
    const timer = setTimeout(() => {
      first.current = views;
      reader.current();
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settled, views]);
}
