import { READS_ONLY_SENT } from '../../rights';
import { shownByType } from '../intakeShape';
import type { Opening } from '../shape';
import { type Checked, duplicatesIn, type Report } from './fault';
import { checkCondition } from './intake';

/** What fields show, and what is opened to roles: it names what exists, and nothing opens what no procedure may open. */
export function checkOpenings({ file: p, forms }: Checked, err: Report): void {
  p.application.fields.forEach((field, k) => {
    const least = shownByType(field.type);
    if (least && field.shows !== least && field.shows !== 'identity')
      err(['application', 'fields', k, 'shows'], `a field of type ${field.type} shows ${least}, not ${field.shows}`);
  });
  const roles = new Set(p.roles.map((r) => r.key));
  const indicators = new Set(Object.values(forms).flatMap((form) => form.sections.flatMap((s) => s.indicators.map((i) => i.id))));
  p.rights.forEach((opening, k) => {
    const path = ['rights', k];
    for (const role of duplicatesIn(opening.to)) err([...path, 'to'], `${role} twice`);
    opening.to.forEach((role, n) => {
      if (!roles.has(role)) err([...path, 'to', n], `role ${role} is not among the roles of this region`);
      if (role === 'SYSTEM' || role === 'TEACHER') err([...path, 'to', n], `nothing is opened to ${role}`);
      if (opening.from === 'expert.confirmed' && role !== 'EXPERT') err([...path, 'to', n], `${opening.from} is a moment of EXPERT only`);
      if (opening.kind === 'evidence' && opening.from !== 'portfolio.sent' && READS_ONLY_SENT.includes(role))
        err([...path, 'to', n], `${role} never reads what was not sent`);
    });
    checkCondition(p, [...path, 'when'], opening.when, err);
    checkNames(p, opening, indicators, [...path], err);
  });
}

function checkNames(p: Checked['file'], opening: Opening, indicators: ReadonlySet<string>, path: (string | number)[], err: Report): void {
  switch (opening.kind) {
    case 'evidence': {
      const names = opening.indicators === 'all' ? [] : opening.indicators;
      for (const name of names) if (!indicators.has(name)) err([...path, 'indicators'], `no form has an indicator ${name}`);
      return;
    }
    case 'contact':
    case 'identity':
    case 'form_file': {
      for (const name of opening.fields === 'all' ? [] : opening.fields) {
        const field = p.application.fields.find((f) => f.id === name);
        const files = field?.type === 'file' || field?.type === 'files';
        if (!field) err([...path, 'fields'], `unknown field ${name}`);
        else if (opening.kind === 'form_file' ? !files : field.shows !== opening.kind)
          err([...path, 'fields'], `${name} is no ${opening.kind}`);
      }
      return;
    }
    case 'paper':
      return;
  }
}
