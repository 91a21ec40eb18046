'use client';
import { useLocale, useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { AnswerInformationDocument, type Information_RequestFragment } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { PaperUpload } from '@/ui/evidence/paper-upload';
import { Button } from '@/ui/kit/button';
import { TextAreaField } from '@/ui/kit/field';
import { formatMoment } from '@/ui/kit/format';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';
import type { PaperView } from './papers';

export type Question = Omit<Information_RequestFragment, ' $fragmentName'>;

interface InformationAnswersProps {
  applicationId: string;
  /** Those the viewer may see, the oldest first. */
  questions: readonly Question[];
  /** Where a paper may go along with an answer. */
  paper?: PaperView | undefined;
  zone: string;
}

/** What was asked while the application is looked at: each question with its answer, or with the form for one's own. */
export function InformationAnswers({ applicationId, questions, paper, zone }: InformationAnswersProps) {
  const t = useTranslations('acts.information');
  const locale = useLocale();
  const now = useNow();
  return (
    <div className="grid gap-6">
      {questions.map((question) => (
        <section key={question.id} className="grid gap-3" aria-label={question.text}>
          <div>
            <p className="muted text-m">
              {t('asked', { to: t(`to.${question.addressee}`), at: formatMoment(question.askedAt, locale, zone, now) })}
            </p>
            <p className="font-semibold whitespace-pre-line wrap-anywhere">{question.text}</p>
          </div>
          {question.answeredAt ? (
            <div>
              <p className="muted text-m">{t('answered', { at: formatMoment(question.answeredAt, locale, zone, now) })}</p>
              <p className="whitespace-pre-line wrap-anywhere">{question.answer}</p>
            </div>
          ) : question.canAnswer ? (
            <AnswerForm question={question} />
          ) : (
            <p className="muted">{t('waiting')}</p>
          )}
        </section>
      ))}
      {paper && (paper.canAttach || paper.files.length > 0) ? (
        <PaperUpload
          applicationId={applicationId}
          paper={paper.paper}
          label={paper.label}
          hint={paper.canAttach ? t('paperHint') : undefined}
          files={paper.files}
          canAttach={paper.canAttach}
          extensions={paper.extensions}
          maxBytes={paper.maxBytes}
          zone={zone}
        />
      ) : null}
    </div>
  );
}

function AnswerForm({ question }: { question: Question }) {
  const t = useTranslations('acts.information');
  const toast = useToast();
  const [answer, setAnswer] = useState('');
  const { busy, run, refusal } = useAct(t('failed'));
  const send = () =>
    run(
      async () => (await request(AnswerInformationDocument, { input: { requestId: question.id, answer } })).answerInformation.problems,
      () => toast({ text: t('done') }),
    );
  const name = `answer-${question.id}`;
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextAreaField
        name={name}
        label={t(question.addressee === 'AGENCY' ? 'reply' : 'answer')}
        error={refusal('answer') ?? refusal()}
        rows={4}
        maxLength={TEXT_LIMITS.reply}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <div className="actions">
        <Button look="primary" type="submit" busy={busy && t('busy')} block>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
