/** The mark of Attesta: a letter A that is ticked. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="9" fill="var(--ink)" />
      <path d="M8.5 27.5 18 8l9.5 19.5" fill="none" stroke="var(--on-ink)" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
      <path
        d="m13.2 21.4 3.9 3.7 8.3-9.6"
        fill="none"
        stroke="var(--mark)"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
