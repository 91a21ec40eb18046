const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page on which one of the invented people is chosen. */
export const choicePage = (people) => `<!doctype html>
<html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Вход для показа</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}
button{display:block;width:100%;padding:.8rem 1rem;margin:.5rem 0;font:inherit;text-align:left;border:1px solid #888;border-radius:.5rem;background:#fff;cursor:pointer}
small{display:block;color:#555}</style>
<h1>Вход для показа</h1>
<p>Люди вымышлены, пароль не нужен. В настоящей установке здесь страница портала.</p>
<form method="post">
${people
  .map(
    (person) =>
      `<button name="sub" value="${escaped(person.sub)}">${escaped([person.family_name, person.given_name, person.middle_name].filter(Boolean).join(' '))}<small>${escaped(person.email ?? 'без почты')}</small></button>`,
  )
  .join('\n')}
</form></html>`;
