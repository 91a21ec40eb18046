'use client';
import { useState } from 'react';
import { Button } from '@/ui/kit/button';
import { Card } from '@/ui/kit/card';
import { ScoreGroup } from '@/ui/kit/group-head';
import { Notice } from '@/ui/kit/notice';
import { ScoreCell, type ScoreValue } from '@/ui/kit/score-cell';

const CASES = [
  { no: '3.1', text: 'Участие обучающихся в реализации социально-образовательных проектов', max: 2, state: 'clash' },
  { no: '3.2', text: 'Участие обучающихся в мероприятиях творческой направленности', max: 2, state: 'saved' },
  { no: '3.3', text: 'Участие в мероприятиях физкультурно-спортивной направленности', max: 1, state: 'saving' },
  { no: '3.4', text: 'Олимпиады, конкурсы, фестивали, соревнования', max: 10, state: 'failed' },
  { no: '3.5', text: 'Средний балл по итогам года', max: 20, step: 0.5, state: 'waiting' },
] as const;

/** The score grid's cells in every state. */
export function GalleryScores() {
  const [scores, setScores] = useState<Record<string, ScoreValue>>({ '3.1': 2, '3.2': 1, '3.4': 7 });
  const sum = Object.values(scores).reduce<number>((total, score) => total + (typeof score === 'number' ? score : 0), 0);
  return (
    <div className="mt-6">
      <Card pad={false}>
        <ScoreGroup no="3" title="Выявление и развитие способностей обучающихся" sum={sum} max={35}>
          {CASES.map((one) => (
            <li className="criterion" key={one.no}>
              <div>
                <p>
                  <span className="text-text-3">{one.no}</span> {one.text}
                </p>
                <div className="criterion-links">
                  <a href="#files">1 файл</a>
                  <a href="#comment">Комментировать</a>
                </div>
              </div>
              <ScoreCell
                label={`${one.no} ${one.text}`}
                max={one.max}
                step={'step' in one ? one.step : 1}
                value={scores[one.no] ?? null}
                allowNa
                state={one.state}
                onChange={(score) => setScores((now) => ({ ...now, [one.no]: score }))}
                onRetry={() => undefined}
              />
              {one.state === 'clash' ? (
                <div className="whole">
                  <Notice
                    tone="danger"
                    title="Оценка поставлена в двух местах."
                    actions={
                      <>
                        <Button size="s">Оставить 2</Button>
                        <Button size="s">Взять 1</Button>
                      </>
                    }
                  >
                    Здесь 2, в другом окне или на другом устройстве в 14:31 — 1. Какую оставить?
                  </Notice>
                </div>
              ) : null}
            </li>
          ))}
        </ScoreGroup>
      </Card>
    </div>
  );
}
