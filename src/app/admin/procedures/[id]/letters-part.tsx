import { getTranslations } from 'next-intl/server';
import { ProcedureLettersDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { SourceMark } from '../source-mark';

/** Every letter as somebody would read it, with made-up data. */
export async function LettersPart({ id }: { id: string }) {
  const [{ procedure }, t] = await Promise.all([query(ProcedureLettersDocument, { id }), getTranslations('procedure.letters')]);
  return (
    <>
      <p className="lead">{t('lead')}</p>
      {(procedure?.letters ?? []).map((letter) => (
        <Card key={letter.id} title={letter.subject} id={`letter-${letter.id}`} level={3} aside={<SourceMark source={letter.source} />}>
          <p className="hint">
            {t('to', { recipient: letter.recipient })} · {t('when', { event: letter.event })}
          </p>
          <p className="mt-3 max-w-176 whitespace-pre-line">{letter.body}</p>
        </Card>
      ))}
    </>
  );
}
