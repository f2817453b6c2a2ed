type Entry = {
  id: string;
  createdAt: Date;
  operation: string;
  actorKind: string;
  actorId: string;
};

/** Returns an audit row as people who see its subject see it: the operation, its time and the actor's name. */
export function historyEntryOf(
  { id, createdAt, operation, actorKind, actorId }: Entry,
  people: readonly { id: string; name: string }[],
) {
  const name = people.find((each) => each.id === actorId)?.name ?? null;
  return { id, createdAt, operation, actor: { kind: actorKind, name } };
}
