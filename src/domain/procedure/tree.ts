import type { Criterion, Form, Indicator, Leaf } from './formShape';

/** Every leaf of a criteria tree, in the order of the file. */
export function leavesOf(nodes: readonly Criterion[]): Leaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children)));
}

/** Every indicator of a form, in the order of the file. */
export function indicatorsOf(form: Form): Indicator[] {
  return form.sections.flatMap((section) => section.indicators);
}
