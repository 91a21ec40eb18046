import { useLocale, useTranslations } from 'next-intl';
import type { FileLink_FileFragment } from '@/gql/graphql';
import { fileHref, opensInBrowser } from '@/ui/evidence/files';
import { Facts } from '@/ui/kit/facts';
import { formatFileSize } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';

export interface AnswerView {
  fieldId: string;
  label: string;
  value: string;
  files: readonly FileLink_FileFragment[];
}

/** Answers of a form as people read them; with `hrefOf` each can be changed. */
export function AnswerList({ answers, hrefOf }: { answers: readonly AnswerView[]; hrefOf?: (fieldId: string) => string }) {
  const t = useTranslations('teacher.form');
  return (
    <Facts
      items={answers.map((answer) => ({
        term: answer.label,
        value: <AnswerValue answer={answer} none={t('noAnswer')} />,
        ...(hrefOf && {
          action: (
            <Link href={hrefOf(answer.fieldId)}>
              {t('change')}
              <span className="vh"> {answer.label}</span>
            </Link>
          ),
        }),
      }))}
    />
  );
}

/** One answer: its words, or its files with their size. */
export function AnswerValue({ answer, none }: { answer: AnswerView; none?: string }) {
  const t = useTranslations('kit.file.virus');
  const locale = useLocale();
  if (answer.files.length) {
    return (
      <ul className="grid gap-2">
        {answer.files.map((file) => (
          <li key={file.id}>
            <a href={fileHref(file.id, !opensInBrowser(file))} target="_blank" rel="noreferrer" className="wrap-anywhere">
              {file.name}
            </a>
            <span className="hint block">
              {formatFileSize(file.size, locale)} · {t(file.virusCheck)}
            </span>
          </li>
        ))}
      </ul>
    );
  }
  return answer.value ? <span className="wrap-anywhere">{answer.value}</span> : <span className="muted">{none}</span>;
}
