import { Clock } from 'lucide-react';
import type { Term_DeadlineFragment } from '@/gql/graphql';
import type { Locale } from '@/messages/locale';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { sentence, termWords } from './term';
import { TermUncertain } from './term-uncertain';

interface TermCardProps {
  term: Term_DeadlineFragment;
  zone: string;
  locale: Locale;
  /** «Подать до». */
  title: string;
  /** What happens afterwards. */
  after: string;
}

/** The one term of a page: until when, how much is left, what happens then. */
export function TermCard({ term, zone, locale, title, after }: TermCardProps) {
  const words = termWords(term, locale, zone);
  return (
    <Card>
      <p className="muted text-m font-semibold">{title}</p>
      <p className="text-h2 font-semibold leading-tight mt-1">{words.until}</p>
      <p className="mt-2">
        <Chip tone={words.tone} icon={<Clock />}>
          {sentence(words.left)}
        </Chip>
      </p>
      <TermUncertain term={term} />
      <p className="muted text-m mt-3">{after}</p>
    </Card>
  );
}
