const LONGEST_MS = 90_000;

const awaited = new Map<string, { before: number; until: number }>();

/** Notes that a meeting is understood again in the background since somebody changed what its findings depend on. */
export function awaitUnderstanding(id: string, understoodAt: Date): void {
  awaited.set(id, { before: understoodAt.getTime(), until: Date.now() + LONGEST_MS });
}

/** Returns whether a newer understanding of the meeting is still to come. It is not waited for longer than a minute and a half. */
export function isAwaited(id: string, understoodAt: Date): boolean {
  const wait = awaited.get(id);
  if (!wait) return false;
  const isOver = understoodAt.getTime() !== wait.before || Date.now() > wait.until;
  if (isOver) awaited.delete(id);
  return !isOver;
}
