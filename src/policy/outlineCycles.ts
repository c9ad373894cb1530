import { entryOf } from "../at.js";

/**
 * Groups of names that lead round in a circle, by arrows from name to name: each group in the order in which its names
 * first stand among the arrows. A name that leads to itself alone is no circle. (Tarjan's algorithm, without recursion,
 * so that a long chain can't exhaust the stack.)
 */
export function circles(arrows: readonly (readonly [from: string, to: string])[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of arrows) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
    if (!next.has(to)) next.set(to, []);
  }
  const order = new Map([...next.keys()].map((name, index) => [name, index]));
  const found = groups(next).filter((group) => group.length > 1);
  return found.map((group) => group.toSorted((a, b) => entryOf(order, a) - entryOf(order, b)));
}

interface Visit {
  readonly name: string;
  /** How many arrows of it were followed. */
  followed: number;
}

function groups(next: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];
  const lower = (name: string, to: number): void => {
    lowest.set(name, Math.min(lowest.get(name) ?? to, to));
  };
  const enter = (name: string): Visit => {
    number.set(name, number.size);
    lower(name, number.size - 1);
    open.push(name);
    isOpen.add(name);
    return { name, followed: 0 };
  };
  const close = (name: string): void => {
    const group: string[] = [];
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      isOpen.delete(last);
      group.push(last);
      if (last === name) break;
    }
    found.push(group);
  };
  for (const start of next.keys()) {
    if (number.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const to = next.get(visit.name)?.[visit.followed++];
      if (to === undefined) {
        path.pop();
        const before = path.at(-1);
        if (before !== undefined) lower(before.name, entryOf(lowest, visit.name));
        if (lowest.get(visit.name) === number.get(visit.name)) close(visit.name);
      } else if (!number.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) lower(visit.name, entryOf(number, to));
    }
  }
  return found;
}
