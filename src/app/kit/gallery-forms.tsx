'use client';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, IconButton } from '@/ui/kit/button';
import { Card } from '@/ui/kit/card';
import { CheckField, RadioTiles, SegmentedRadio } from '@/ui/kit/choice';
import { ConfirmDialog, Dialog } from '@/ui/kit/dialog';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { Facts } from '@/ui/kit/facts';
import { DateField, EmailField, NumberField, SelectField, TextAreaField, TextField } from '@/ui/kit/field';
import { Menu } from '@/ui/kit/menu';
import { SaveState } from '@/ui/kit/save-state';
import { useToast } from '@/ui/kit/toast';

const CATEGORIES = [
  { value: 'first', label: 'Первая' },
  { value: 'highest', label: 'Высшая' },
  { value: 'none', label: 'Никакой не было' },
];

/** Buttons, fields, dialogs, toasts. */
export function GalleryForms() {
  const toast = useToast();
  const dialog = useRef<HTMLDialogElement>(null);
  const [category, setCategory] = useState('first');
  return (
    <>
      <h1>Кнопки и поля</h1>
      <div className="mt-6 grid gap-6">
        <ErrorSummary errors={[{ field: 'patronymic', message: 'Напишите отчество или отметьте «нет отчества»' }]} />
        <Card>
          <div className="actions">
            <Button look="primary">Главная</Button>
            <Button>Вторая</Button>
            <Button look="quiet">Тихая</Button>
            <Button look="destructive">Отозвать</Button>
            <Button look="primary" closed reasonsId="reasons">
              Закрыто
            </Button>
            <Button look="primary" busy="Отправляем…">
              Отправить на проверку
            </Button>
            <Button look="primary" size="s">
              Плотная
            </Button>
            <IconButton label="Удалить файл" icon={<Trash2 />} />
            <Button onClick={() => toast({ text: 'Период назначен 3 педагогам', undo: () => undefined })}>Показать всплывающее</Button>
            <Button onClick={() => dialog.current?.showModal()}>Открыть окно</Button>
            <ConfirmDialog
              trigger={(open) => (
                <Button look="destructive" onClick={open}>
                  Отозвать заявление
                </Button>
              )}
              title="Отозвать заявление № 63-04817?"
              confirm="Отозвать заявление"
              cancel="Не отзывать"
              destructive
              onConfirm={() => undefined}
            >
              Школа и комиссия получат уведомление. Файлы портфолио останутся у вас.
            </ConfirmDialog>
            <Menu summary="Ещё" label="Ещё действия">
              <button type="button">Выгрузить</button>
              <a href="/kit">Напечатать</a>
            </Menu>
          </div>
        </Card>
        <Dialog ref={dialog} title="Эксперт 2 для Латышева О. Д.">
          <p className="muted">Учитель физической культуры</p>
        </Dialog>
        <Card>
          <div className="grid gap-6 md:grid-cols-3 items-start">
            <TextField name="village" label="Населённый пункт" hint="Подсказка до поля" defaultValue="Верхние Ключи" />
            <TextField name="patronymic" label="Отчество" error="Напишите отчество или отметьте «нет отчества»" />
            <EmailField name="email" label="Почта" optional />
            <NumberField name="years" label="Стаж, лет" defaultValue="17" />
            <DateField name="until" label="До какого числа она действует?" defaultValue="2027-03-24" />
            <SelectField
              name="school"
              label="Место работы"
              empty="Выберите"
              options={[{ value: '1', label: 'МБОУ «Верхнеключевская СОШ имени В. Н. Полякова»' }]}
            />
            <TextAreaField name="about" label="Комментарий" hint="Педагог увидит его вместе с решением" />
            <CheckField name="endless" label="Бессрочно" defaultChecked />
            <CheckField name="consent" tile label="Даю согласие на обработку персональных данных" hint="Нужно для подачи" />
          </div>
          <div className="mt-6 max-w-[42rem]">
            <RadioTiles
              name="category"
              label="Какая категория у вас есть или была?"
              options={CATEGORIES}
              value={category}
              onChange={(event) => setCategory(event.target.value)}
            />
          </div>
          <p className="mt-6 actions">
            <SegmentedRadio
              name="right"
              label="Должность: верно?"
              options={[
                { value: 'yes', label: 'Верно', tone: 'yes' },
                { value: 'no', label: 'Неверно', tone: 'no' },
              ]}
              defaultValue="yes"
            />
            <SaveState state="saving" />
            <SaveState state="saved" time="14:32" />
            <SaveState state="waiting" />
            <SaveState state="failed" onRetry={() => undefined} />
          </p>
        </Card>
        <Card title="О вас" id="you" pad={false}>
          <Facts
            className="px-[var(--pad)]"
            items={[
              { term: 'Фамилия, имя, отчество', value: 'Вострикова Людмила Аркадьевна', action: <a href="#you">Изменить</a> },
              {
                term: 'Место работы',
                value: 'Муниципальное бюджетное общеобразовательное учреждение «Верхнеключевская СОШ»',
                action: <a href="#you">Изменить</a>,
              },
            ]}
          />
        </Card>
        <p id="reasons">Пока закрыто: осталось 3 условия.</p>
      </div>
    </>
  );
}
