import { leaveSessions } from './database';
import { expect, newPerson, signIn, test } from './fixtures';

const question = { name: 'Вы ещё здесь?' };
const ended = { name: 'Войдите ещё раз, ничего не потеряно' };

test('whoever goes away is asked, stays by one press, and signs in again with everything typed in its place', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'operator');
  await page.goto('/account');
  await page.getByLabel('Телефон').fill('+7 846 000-00-00');
  await expect(page.getByRole('dialog', question)).toBeHidden();

  await page.clock.fastForward('28:01');
  await expect(page.getByRole('dialog', question)).toBeVisible();
  await page.getByRole('button', { name: 'Остаться' }).click();
  await expect(page.getByRole('dialog', question)).toBeHidden();
  // What was pressed counts anew.
  await page.clock.fastForward('27:30');
  await expect(page.getByRole('dialog', question)).toBeHidden();
  await page.clock.fastForward('00:40');
  await expect(page.getByRole('dialog', question)).toBeVisible();

  await leaveSessions('demo-operator-samara', 31);
  await page.clock.fastForward('02:00');
  await expect(page.getByRole('dialog', question)).toBeHidden();
  await expect(page.getByRole('dialog', ended)).toBeVisible();
  await page.getByRole('button', { name: 'Продолжить работу' }).click();
  await expect(page.getByRole('dialog', ended)).toBeHidden();
  await expect(page.getByLabel('Телефон')).toHaveValue('+7 846 000-00-00');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Данные сохранены.')).toBeVisible();
});

test('what is done in another tab counts, and a page that nobody touched does not bring back an ended session', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await signIn(page, 'operator');
  const second = await context.newPage();
  await second.goto('/messages');
  await page.bringToFront();
  await page.clock.fastForward('20:00');
  await second.bringToFront();
  await second.keyboard.press('Shift');
  await page.clock.fastForward('15:00');
  for (const tab of [page, second]) await expect(tab.getByRole('dialog', question)).toBeHidden();
  await leaveSessions('demo-operator-samara', 31);
  await second.reload();
  await second.waitForURL((url) => url.pathname === '/sign-in');
});

test('a teacher is not asked', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'teacher');
  await page.goto('/account');
  await page.clock.fastForward('03:00:00');
  await expect(page.getByRole('dialog', question)).toBeHidden();
});

test('one sees where one is signed in and ends what is elsewhere', async ({ page, browser }) => {
  await signIn(page, 'secretary');
  const elsewhere = await newPerson(browser);
  await signIn(elsewhere, 'secretary');
  await page.goto('/account');
  const card = page.getByRole('region', { name: 'Где вы вошли' });
  await expect(card.getByText('Этот вход')).toBeVisible();
  await expect(card.getByText(/Chrom/).first()).toBeVisible();
  await card.getByRole('button', { name: 'Закрыть все другие входы' }).click();
  await expect(card.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/messages');
  await elsewhere.waitForURL((url) => url.pathname === '/sign-in');
});
