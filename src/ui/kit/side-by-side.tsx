import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';

export interface Statement {
  id: string;
  /** What it is about: «Должность». */
  fact: string;
  /** What the teacher stated. */
  stated: ReactNode;
  /** What the employee's card says; without cards the column is left out. */
  card?: ReactNode;
  /** The two do not match: the row is tinted and says so. */
  differs?: boolean;
  /** The answer: usually `SegmentedRadio` with «Верно / Неверно». */
  answer?: ReactNode;
  /** A field that opens below: «Как правильно». */
  below?: ReactNode;
}

/** The teacher's statements beside the employee's card. Put it into a card of its own. */
export function SideBySide({
  statements,
  caption,
  heads,
}: {
  statements: readonly Statement[];
  caption: ReactNode;
  heads?: { stated?: string; card?: string; answer?: string };
}) {
  const t = useTranslations('kit.side');
  const head = { stated: heads?.stated ?? t('stated'), card: heads?.card ?? t('card'), answer: heads?.answer ?? t('right') };
  const answers = statements.some((statement) => statement.answer);
  const cards = statements.some((statement) => statement.card !== undefined);
  return (
    <div className="table-box">
      <table className="table folds">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-1/5">
              {t('fact')}
            </th>
            <th scope="col">{head.stated}</th>
            {cards ? <th scope="col">{head.card}</th> : null}
            {answers ? <th scope="col">{head.answer}</th> : null}
          </tr>
        </thead>
        <tbody>
          {statements.map((statement) => (
            <Fragment key={statement.id}>
              <tr className={statement.differs ? 'differs' : undefined}>
                <th scope="row">{statement.fact}</th>
                <td data-label={head.stated}>
                  <div>
                    {statement.stated}
                    {statement.differs && !cards ? <Differs /> : null}
                  </div>
                </td>
                {cards ? (
                  <td data-label={head.card}>
                    <div>
                      {statement.card}
                      {statement.differs ? <Differs /> : null}
                    </div>
                  </td>
                ) : null}
                {answers ? (
                  <td data-label={head.answer}>
                    <div>{statement.answer}</div>
                  </td>
                ) : null}
              </tr>
              {statement.below ? (
                <tr className={statement.differs ? 'differs' : undefined}>
                  <td className="whole" colSpan={2 + Number(cards) + Number(answers)}>
                    {statement.below}
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Differs() {
  const t = useTranslations('kit.side');
  return (
    <span className="flex gap-1.5 items-center text-warn font-medium text-xs mt-1">
      <TriangleAlert />
      {t('differs')}
    </span>
  );
}
