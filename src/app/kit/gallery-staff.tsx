import { Check, UserPlus } from 'lucide-react';
import { Button } from '@/ui/kit/button';
import { CandidateList } from '@/ui/kit/candidate-list';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { SegmentedRadio } from '@/ui/kit/choice';
import { DataTable } from '@/ui/kit/data-table';
import { FilterBar } from '@/ui/kit/filter-bar';
import { Breadcrumbs, Pager, Segments, SideNav, Tabs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ThresholdBar } from '@/ui/kit/progress-bar';
import { SideBySide } from '@/ui/kit/side-by-side';
import { Slot } from '@/ui/kit/slot';
import { GalleryScores } from './gallery-scores';

const ROWS = [
  {
    id: '1',
    name: 'Бурмистрова Галина Степановна',
    post: 'Учитель русского языка и литературы · СОШ № 2',
    held: 'Первая',
    wanted: 'Высшая',
    points: 88,
    period: 'ноябрь-декабрь 2026',
  },
  {
    id: '2',
    name: 'Ведерников Илья Романович',
    post: 'Педагог дополнительного образования · Дом творчества',
    held: 'Не имею',
    wanted: 'Первая',
    points: 61,
    period: '',
  },
  {
    id: '3',
    name: 'Салахутдинова-Белоногова Зульфия Рафаэльевна',
    post: 'Учитель-логопед · детский сад комбинированного вида № 14 «Рябинушка»',
    held: 'Первая',
    wanted: 'Высшая',
    points: 7,
    period: '',
  },
];
const ANSWER = [
  { value: 'yes', label: 'Верно', tone: 'yes' as const },
  { value: 'no', label: 'Неверно', tone: 'no' as const },
];

/** What staff see: tables, filters, candidates, scores. */
export function GalleryStaff() {
  return (
    <>
      <Breadcrumbs items={[{ href: '/kit', label: 'Мои дела' }, { label: '№ ПГУ 81240317' }]} />
      <div className="page-head mt-1">
        <div>
          <div className="title-line">
            <h1>График аттестации</h1>
            <Chip tone="mark">Ваш ход</Chip>
            <Chip tone="info">Экспертиза</Chip>
          </div>
          <p className="muted mt-1">Сосновский район · 2026/27 учебный год</p>
        </div>
        <div className="actions">
          <Button size="s">Выгрузить</Button>
          <Button look="primary" size="s" closed reasonsId="why">
            Утвердить график
          </Button>
        </div>
      </div>
      <div className="card stats mt-4">
        <a href="#a">
          <b>412</b>
          <span>дел в работе</span>
          <small>12 новых сегодня</small>
        </a>
        <a href="#b">
          <b className="text-danger">7</b>
          <span>сроков нарушено</span>
          <small>старшее: 6 дней</small>
        </a>
        <a href="#c">
          <b className="text-wait">48</b>
          <span>ждут школу</span>
          <small>9 дольше 5 рабочих дней</small>
        </a>
      </div>
      <div className="mt-4">
        <Tabs
          items={[
            { href: '/kit', label: 'Не утверждённый', count: 18, current: true },
            { href: '/kit/2', label: 'Утверждённый', count: 24 },
          ]}
        />
      </div>
      <div className="mt-4">
        <Segments
          label="Период"
          items={[
            { href: '/kit?p=', label: 'Все', count: 18, current: true },
            { href: '/kit?p=1', label: 'октябрь-ноябрь', count: 3 },
            { href: '/kit?p=2', label: 'ноябрь-декабрь', count: 6 },
          ]}
        />
      </div>
      <div className="mt-3">
        <FilterBar
          action="/kit"
          keep={{ part: 'staff' }}
          search={{ name: 'q', label: 'Фамилия, школа, предмет', value: '' }}
          filters={[
            { name: 'status', label: 'Статус', value: 'work', options: [{ value: 'work', label: 'В РАБОТЕ' }] },
            { name: 'form', label: 'Форма', value: '', options: [{ value: 'on', label: 'очно' }] },
          ]}
          shown={3}
          total={18}
        />
      </div>
      <div className="mt-3" id="why">
        <Notice tone="warn" title="Утвердить пока нельзя:">
          у 4 педагогов не выбран период. <a href="#why">Показать только их</a>
        </Notice>
      </div>
      <div className="mt-3">
        <Card pad={false}>
          <DataTable
            caption="Педагоги, которым назначают период"
            captionHidden
            rows={ROWS}
            rowKey={(row) => row.id}
            rowClass={(row) => (row.id === '1' ? 'on' : undefined)}
            columns={[
              {
                key: 'name',
                head: 'Педагог',
                lead: true,
                width: 'w-2/5',
                sortHref: '/kit?sort=name',
                sorted: 'ascending',
                cell: (row) => (
                  <>
                    <a className="who" href="#a">
                      {row.name}
                    </a>
                    <span className="sub">{row.post}</span>
                  </>
                ),
              },
              { key: 'held', head: 'Имеющаяся', cell: (row) => row.held },
              { key: 'wanted', head: 'Заявленная', sortHref: '/kit?sort=wanted', cell: (row) => row.wanted },
              { key: 'points', head: 'Баллы', num: true, cell: (row) => row.points },
              { key: 'period', head: 'Период', cell: (row) => <Slot filled={Boolean(row.period)}>{row.period || 'Выбрать период'}</Slot> },
              { key: 'act', head: 'Действие', whole: true, cell: () => <Button size="s">Назначить</Button> },
            ]}
          />
        </Card>
        <Pager nextHref="/kit?after=1">Показано 3</Pager>
      </div>
      <div className="mt-6 grid gap-6 lg:grid-cols-2 items-start">
        <Card title="Эксперт 2 для Латышева О. Д." id="cand" pad={false}>
          <CandidateList
            candidates={[
              {
                id: '1',
                name: 'Щелкунов Павел Андреевич',
                position: 'Учитель физической культуры, СОШ № 5',
                best: true,
                chip: { tone: 'ok', text: 'Предмет совпадает', icon: <Check /> },
                load: { count: 2, limit: 6 },
                action: (
                  <Button look="primary" size="s">
                    Назначить
                  </Button>
                ),
              },
              {
                id: '2',
                name: 'Третьяков Виктор Саввич',
                position: 'Учитель физической культуры, СОШ № 9',
                chip: { tone: 'warn', text: 'Норма исчерпана' },
                load: { count: 7, limit: 6 },
                action: (
                  <Button look="quiet" size="s">
                    Всё равно
                  </Button>
                ),
              },
              {
                id: '3',
                name: 'Кудымова Раиса Павловна',
                position: 'СОШ № 2',
                chip: { tone: 'danger', text: 'Нельзя: конфликт' },
                load: { count: 1, limit: 6 },
                reason: 'Работает в одной школе с педагогом',
              },
            ]}
            foot="Показаны эксперты вашего района: 14."
          />
        </Card>
        <div className="stack">
          <ThresholdBar
            value={16}
            max={25}
            label="16 из 25; первая от 13, высшая от 19"
            marks={[
              { at: 13, text: 'первая 13' },
              { at: 19, text: 'высшая 19' },
            ]}
          />
          <SideNav
            label="Разделы"
            items={[
              { href: '#1', no: 1, label: 'Условия для результатов', note: '4 из 8', current: true },
              { href: '#2', no: 2, label: 'Личный вклад', note: '3 из 4' },
            ]}
          />
          <Slot icon={<UserPlus />}>Эксперт 2</Slot>
        </div>
      </div>
      <div className="mt-6">
        <Card pad={false}>
          <SideBySide
            caption="Сведения педагога и карточка работника"
            statements={[
              {
                id: 'post',
                fact: 'Должность',
                stated: 'Учитель, математика',
                card: 'Учитель математики, 1,25 ставки',
                answer: <SegmentedRadio name="post" label="Должность: верно?" options={ANSWER} defaultValue="yes" />,
              },
              {
                id: 'years',
                fact: 'Педагогический стаж',
                stated: '17 лет',
                card: '16 лет 2 месяца',
                differs: true,
                answer: <SegmentedRadio name="years2" label="Стаж: верно?" options={ANSWER} defaultValue="no" />,
                below: (
                  <label className="field">
                    <span className="label text-s">Как правильно</span>
                    <input className="input input-s max-w-[40rem]" />
                  </label>
                ),
              },
            ]}
          />
        </Card>
      </div>
      <GalleryScores />
      <div className="bottom-bar mt-6 no-print">
        <div className="wrap-wide">
          <b>Выбрано 3</b>
          <span className="muted text-s mr-auto">у 2 нет периода</span>
          <Button look="primary" size="s">
            Назначить период
          </Button>
          <Button look="quiet" size="s">
            Снять выбор
          </Button>
        </div>
      </div>
    </>
  );
}
