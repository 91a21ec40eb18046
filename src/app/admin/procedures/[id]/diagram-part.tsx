import { getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { Drawing_DiagramFragmentDoc, ProcedureDrawingDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Drawing } from '@/ui/diagram/drawing';
import { DrawingText } from '@/ui/diagram/drawing-text';
import { Card } from '@/ui/kit/card';

/** The drawn course of a case. */
export async function DiagramPart({ id }: { id: string }) {
  const [{ procedure }, t] = await Promise.all([query(ProcedureDrawingDocument, { id }), getTranslations('procedure.diagram')]);
  const diagram = readFragment(Drawing_DiagramFragmentDoc, procedure?.diagram);
  if (!diagram) return null;
  return (
    <Card title={t('title')} id="diagram">
      <div className="stack">
        <Drawing diagram={diagram} label={t('region')} />
        <p className="hint">{t('caption')}</p>
        <DrawingText diagram={diagram} />
      </div>
    </Card>
  );
}
