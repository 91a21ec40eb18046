'use client';
import './globals.css';

/** The last resort: the layout itself failed, so neither the language nor the settings are known. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="ru">
      <title>Аттеста</title>
      <body>
        <main id="main" className="wrap page">
          <h1>У нас сбой, страница не открылась</h1>
          <p className="lead">Всё, что отмечено как сохранённое, цело. Попробуйте ещё раз, через минуту обычно получается.</p>
          <p className="lead" lang="en">
            Something broke on our side. Everything marked as saved is safe; try again in a minute.
          </p>
          <div className="actions mt-7">
            <button type="button" className="btn btn-primary" onClick={reset}>
              Попробовать ещё раз
            </button>
            <a className="btn btn-secondary" href="/">
              На главную
            </a>
          </div>
          {error.digest ? <p className="muted text-m mt-9">{error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
