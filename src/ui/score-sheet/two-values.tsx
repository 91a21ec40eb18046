'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/ui/kit/button';
import { formatNumber, formatTime } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import type { Content, Stored } from './slot';

interface TwoValuesProps {
  mine: Content;
  theirs: Stored;
  zone: string;
  /** Long texts are shown whole instead of standing on the buttons. */
  text?: boolean;
  onChoose: (which: 'mine' | 'theirs') => void;
}

/** Two tabs wrote the same thing: both values are shown, the person chooses, nothing is lost. */
export function TwoValues({ mine, theirs, zone, text, onChoose }: TwoValuesProps) {
  const t = useTranslations('expert.clash');
  const locale = useLocale();
  const said = ({ value }: Content) => (value === '' ? t('empty') : formatNumber(Number(value), locale));
  const time = theirs.updatedAt ? formatTime(theirs.updatedAt, locale, zone) : null;
  const sameScore = !text && mine.value === theirs.value;
  const buttons = (
    <>
      <Button size="s" onClick={() => onChoose('mine')}>
        {text || sameScore ? t('keepThis') : t('keep', { value: said(mine) })}
      </Button>
      <Button size="s" onClick={() => onChoose('theirs')}>
        {text || sameScore ? t('takeOther') : t('take', { value: said(theirs) })}
      </Button>
    </>
  );
  if (text || sameScore) {
    return (
      <Notice tone="danger" role="alert" title={text ? t('textTitle') : t('commentTitle')} actions={buttons}>
        <span className="block mt-1 whitespace-pre-line">{t('other', { text: (text ? theirs.value : theirs.comment) || t('empty') })}</span>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" role="alert" title={t('title')} actions={buttons}>
      {time ? t('valuesAt', { mine: said(mine), theirs: said(theirs), time }) : t('values', { mine: said(mine), theirs: said(theirs) })}
      {mine.comment !== theirs.comment ? (
        <span className="block mt-1">{t('otherComment', { text: theirs.comment || t('empty') })}</span>
      ) : null}
    </Notice>
  );
}
