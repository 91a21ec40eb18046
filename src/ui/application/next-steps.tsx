/** What will happen, in order; the first is happening now. */
export function NextSteps({ steps }: { steps: readonly { when: string; what: string }[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ when, what }, index) => (
        <li key={when} className={index === 0 ? 'me' : undefined}>
          <p className="font-semibold">{when}</p>
          <p className="muted text-m">{what}</p>
        </li>
      ))}
    </ol>
  );
}
