import type { Locator } from '@playwright/test';
import { resetClock } from './clock';
import { expect, newPerson, signIn, signInByGivenPassword, test } from './fixtures';

/**
 * A case of every region in the browser, from its draft to the last status, by the button that does the next act as whoever may: the
 * teacher watches his own page and reads it in the region's words. The clock goes forward where only time stands in the way.
 */
const LAST: Record<string, { words: string[]; end: string }> = {
  chelyabinsk: {
    words: ['Зарегистрировано', 'Назначение экспертов', 'Всесторонний анализ', 'Экспертное заключение готово'],
    end: 'Категория присвоена',
  },
  irkutsk: {
    words: [
      'Регистрация заявления',
      'Заявление зарегистрировано',
      'Направлено на экспертизу',
      'Экспертиза',
      'Проведение АК',
      'Услуга оказана',
    ],
    end: 'В архиве',
  },
  samara: { words: ['НОВОЕ', 'В РАБОТЕ', 'ОБРАБОТКА ЗАКОНЧЕНА'], end: 'Категория установлена' },
  sverdlovsk: { words: ['Заявление ПГУ', 'Подготовка', 'Оценка', 'Оценка завершена', 'Рассмотрение АК'], end: 'Категория установлена' },
  tomsk: {
    words: ['Новое заявление', 'Не выбран период', 'Эксперты не назначены', 'Подписано итоговое заключение аттестуемым'],
    end: 'Аттестован',
  },
};

test.afterAll(async ({ browser }) => {
  const admin = await newPerson(browser);
  await signIn(admin, 'admin');
  await resetClock(admin);
  await admin.context().close();
});

for (const [region, { words, end }] of Object.entries(LAST)) {
  test(`a case of ${region} is walked from its draft to «${end}»`, async ({ page }) => {
    await signInByGivenPassword(page, region === 'samara' ? 'teacher-3-samara' : `teacher-1-${region}`);
    const href = await page.locator('a[href^="/teacher/applications/"]').first().getAttribute('href');
    const id = /[0-9a-f-]{36}/.exec(href ?? '')?.[0];
    await page.goto(`/teacher/applications/${id}`);
    const said: string[] = [];
    const button = page.getByRole('button', { name: 'Сделать следующий шаг' });
    while (said.at(-1) !== end && said.length < 40) {
      const press = async (pressed: Locator) => {
        const answer = page.waitForResponse(
          (response) => response.url().endsWith('/api/graphql') && response.request().method() === 'POST',
        );
        await pressed.click();
        return (await (await answer).json()).data.walkApplication;
      };
      let told = await press(button);
      // A step that needs a later day asks before it moves the clock of everybody.
      if (told.movesClockTo) told = await press(page.getByRole('dialog').getByRole('button', { name: 'Перевести часы' }));
      const { problems, step } = told;
      expect(problems, JSON.stringify(said)).toEqual([]);
      said.push(step?.statusLabel ?? end);
      await expect(page.getByText(step?.statusLabel ?? end, { exact: true }).first()).toBeVisible();
    }
    for (const word of words) expect(said).toContain(word);
    expect(said.at(-1)).toBe(end);
  });
}
