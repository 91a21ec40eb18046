import { House, Send } from 'lucide-react';
import { Button } from '@/ui/kit/button';
import { Card } from '@/ui/kit/card';
import { CaseLine } from '@/ui/kit/case-line';
import { Chip } from '@/ui/kit/chip';
import { EmptyState } from '@/ui/kit/empty-state';
import { Facts } from '@/ui/kit/facts';
import { FileRow } from '@/ui/kit/file-row';
import { formatTerm } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { MoveCard, OtherMove } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { ProgressBar } from '@/ui/kit/progress-bar';
import { type Condition, GateStrip, SendGate } from '@/ui/kit/send-gate';
import { Skeleton } from '@/ui/kit/skeleton';
import { TaskList } from '@/ui/kit/task-list';
import { Timeline } from '@/ui/kit/timeline';

const CONDITIONS: Condition[] = [
  { id: 'a', state: 'met', title: 'Заявление рассмотрено положительно', detail: '16 октября, комиссия' },
  {
    id: 'b',
    state: 'yours',
    title: 'Заполнить 7 обязательных показателей',
    detail: 'Ближайший: 1.7',
    href: '#i7',
    linkLabel: 'Перейти к 1.7',
  },
  { id: 'c', state: 'others', title: 'Школа подтвердит, что вы у неё работаете', detail: 'Ход школы, ответ до 21 октября' },
];

/** What teachers see: moves, the course of a case, files, the gate. */
export function GalleryTeacher() {
  return (
    <>
      <p className="muted">Здравствуйте, Людмила Аркадьевна</p>
      <div className="title-line mt-1">
        <h1>Аттестация на высшую категорию</h1>
        <Chip tone="ink">В РАБОТЕ</Chip>
      </div>
      <p className="mt-2.5 muted text-m">
        Заявление <b className="nb">№ 63-04817</b> от 14 октября 2026 · Учитель математики · МБОУ «Верхнеключевская СОШ имени В. Н.
        Полякова»
      </p>
      <div className="mt-7 grid gap-4">
        <GateStrip id="gate" conditions={CONDITIONS} term="До 16 ноября, 28 дней" />
        <MoveCard
          title="Заполните портфолио и сдайте его на проверку"
          actions={
            <LinkButton href="/kit" look="primary" size="xl" block>
              Продолжить портфолио
            </LinkButton>
          }
        >
          <ProgressBar
            value={13}
            max={23}
            label="Заполнено показателей"
            head={
              <>
                <b>13 из 23</b> показателей заполнено
              </>
            }
            side="7 обязательных впереди"
          />
          <p>
            Сдать до <b>{formatTerm('2026-11-16T19:59:00Z', 'ru', 'Europe/Moscow', 'по московскому времени', '2026-10-19')}</b>.{' '}
            <span className="muted">Осталось 28 дней.</span>
          </p>
        </MoveCard>
        <OtherMove
          who="Одновременно ход школы"
          title="Подтвердить, что вы у неё работаете"
          icon={<House />}
          aside={<Chip tone="wait">Ожидает подтверждения</Chip>}
        >
          Без этого портфолио сдать нельзя. Школа отвечает до 21 октября, осталось 2 рабочих дня. В пятницу мы напомнили.
        </OtherMove>
      </div>
      <section className="mt-9" aria-labelledby="line">
        <h2 id="line" className="mb-5">
          Как идёт дело
        </h2>
        <CaseLine
          steps={[
            { label: 'Заявление подано', note: '14 октября', state: 'done' },
            { label: 'НОВОЕ', note: 'Комиссия рассмотрела 16 октября', state: 'done' },
            { label: 'В РАБОТЕ', note: 'Портфолио и проверка экспертами', state: 'now' },
            { label: 'ОБРАБОТКА ЗАКОНЧЕНА', note: 'Решает комиссия, до 15 декабря', state: 'later' },
            { label: 'Категория установлена', note: 'Письмо за 3 рабочих дня', state: 'later' },
          ]}
        />
      </section>
      <div className="with-aside mt-9">
        <div className="stack">
          <Card title="История" id="hist" aside={<a href="#hist">Вся история</a>}>
            <Timeline
              entries={[
                {
                  id: '1',
                  at: 'Сегодня, 14:32',
                  dateTime: '2026-10-19T10:32:00Z',
                  actor: 'me',
                  title: 'Вы загрузили файл «Отчёт учителя-предметника.pdf»',
                },
                {
                  id: '2',
                  at: '16 октября, 17:00',
                  dateTime: '2026-10-16T13:00:00Z',
                  actor: 'wait',
                  title: 'Школе отправлено напоминание',
                },
                {
                  id: '3',
                  at: '16 октября, 11:40',
                  dateTime: '2026-10-16T07:40:00Z',
                  actor: 'milestone',
                  title: 'Заявление рассмотрено положительно',
                  detail: '«НОВОЕ» → «В РАБОТЕ»',
                },
                { id: '4', at: '14 октября, 16:05', dateTime: '2026-10-14T12:05:00Z', actor: 'system', title: 'Школе отправлен запрос' },
              ]}
            />
          </Card>
          <Card title="Файлы" id="files">
            <div className="grid gap-2">
              <FileRow
                name="Успеваемость 2023–2026.xlsx"
                size={219136}
                state={{ kind: 'checked' }}
                time="сегодня, 14:20"
                href="/kit"
                actions={
                  <Button look="quiet" size="s">
                    Заменить
                  </Button>
                }
              />
              <FileRow
                name="Отчёт учителя-предметника.pdf"
                state={{ kind: 'uploading', sent: 1_887_436, total: 3_040_870, left: 'осталось около 40 секунд' }}
                actions={
                  <Button look="quiet" size="s">
                    Отменить
                  </Button>
                }
              />
              <FileRow name="Справка.jpg" size={1_153_434} state={{ kind: 'checking' }} />
              <FileRow
                name="Анализ_УУД_7А_7Б_8А_сканы_с_подписями_и_печатью.zip"
                state={{ kind: 'refused', why: 'Не загружен: 7,4 МБ, а можно до 5 МБ.', todo: 'Соберите снимки в один PDF.' }}
                actions={<Button size="s">Выбрать другой</Button>}
              />
              <FileRow
                name="Спецификация, вариант 1.docx"
                size={317440}
                state={{ kind: 'waiting' }}
                actions={
                  <Button look="quiet" size="s">
                    Отправить сейчас
                  </Button>
                }
              />
              <div className="drop">
                <Button size="s">Добавить файл</Button>
                <span className="drag muted text-m">или перетащите файл сюда</span>
              </div>
            </div>
          </Card>
          <TaskList
            groups={[
              {
                title: 'О вас',
                tasks: [
                  { label: 'Личные данные', href: '/kit', hint: 'Вострикова Людмила Аркадьевна', state: 'done' },
                  { label: 'Желаемая категория', href: '/kit', hint: 'Первая или высшая', state: 'started' },
                ],
              },
              {
                title: 'Проверка и отправка',
                tasks: [
                  { label: 'Имеющаяся категория', href: '/kit', state: 'fix', count: 1 },
                  { label: 'Проверить ответы и подать', hint: 'Откроется, когда готовы все разделы', state: 'closed' },
                ],
              },
            ]}
          />
          <Notice
            tone="danger"
            title="Портфолио не отправлено: школа ещё не подтвердила ваши данные."
            actions={<Button size="s">Напомнить школе</Button>}
          >
            Портфолио сохранено, сдать его можно до 16 ноября.
          </Notice>
          <Notice tone="ok" title="Портфолио сдано 19 октября в 14:40." />
          <Notice tone="warn" title="Осталось 2 рабочих дня." />
          <Notice title="Вас ждут на заседании 29 октября в 10:00." />
          <Notice tone="wait" title="Ход школы.">
            Вам ничего делать не нужно.
          </Notice>
          <Skeleton rows={3} />
        </div>
        <aside className="stack">
          <SendGate
            id="gate"
            title="Сдать на проверку"
            term="До 16 ноября, осталось 28 дней"
            conditions={CONDITIONS}
            action={
              <Button look="primary" closed reasonsId="gate" icon={<Send />}>
                Портфолио полностью готово, сдать на проверку
              </Button>
            }
            note="После сдачи изменить портфолио нельзя."
          />
          <Card title="Сведения" id="facts">
            <Facts
              plain
              items={[
                { term: 'Должность', value: 'Учитель, математика' },
                { term: 'Стаж', value: '17 лет' },
              ]}
            />
          </Card>
          <Card pad={false}>
            <EmptyState title="Заявлений пока нет" actions={<Button look="primary">Подать заявление</Button>}>
              Подать заявление можно в любой день года.
            </EmptyState>
          </Card>
        </aside>
      </div>
    </>
  );
}
