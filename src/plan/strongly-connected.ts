// The cycles of a graph, for the order of a plan.

/** For each node, the nodes that must run before it. */
export type Groups = Map<string, Set<string>>;

/** Tarjan's algorithm, without recursion. */
export function stronglyConnected(groups: Groups): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  for (const root of groups.keys()) {
    if (index.has(root)) continue;
    const work: { id: string; next: string[] }[] = [visit(root)];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      if (!frame) break;
      const neighbour = frame.next.pop();
      if (neighbour === undefined) {
        work.pop();
        close(frame.id, work[work.length - 1]?.id);
      } else if (!index.has(neighbour)) work.push(visit(neighbour));
      else if (onStack.has(neighbour)) low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(neighbour) ?? 0));
    }
  }
  return components;

  function visit(id: string): { id: string; next: string[] } {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: [...(groups.get(id) ?? [])] };
  }
  function close(id: string, parent: string | undefined): void {
    if (low.get(id) === index.get(id)) {
      const component: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === id) break;
      }
      components.push(component);
    }
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(id) ?? 0));
  }
}
