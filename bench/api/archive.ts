import type { Cpu } from "./processes";
import type { Workspace } from "./workspace";

const MOST_AT_ONCE = 200;

export const acts = ["restrict", "open", "trash", "restore"] as const;
export type Act = (typeof acts)[number];

/** Seconds until the command was answered, and the CPU seconds of the web process and PostgreSQL meanwhile. */
export type Measured = { seconds: number; cpuSeconds: number };

/** Does each act on the archive project, or on 200 of its documents, and leaves it as it was. */
export async function measureArchive(
  { owner, archive }: Workspace,
  cpu: () => Cpu,
): Promise<Record<Act, Measured>> {
  const { trpc } = owner;
  const { id } = archive;
  const ids = archive.documentIds.slice(0, MOST_AT_ONCE);
  return {
    restrict: await timed(cpu, () => trpc.projects.update.mutate({ id, isRestricted: true })),
    open: await timed(cpu, () =>
      trpc.projects.update.mutate({ id, isRestricted: false, isConfirmed: true }),
    ),
    trash: await timed(cpu, () => trpc.documents.trash.mutate({ ids })),
    restore: await timed(cpu, () => trpc.documents.restore.mutate({ ids })),
  };
}

async function timed(cpu: () => Cpu, act: () => Promise<unknown>): Promise<Measured> {
  const before = cpu();
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  const after = cpu();
  const used = after.web - before.web + after.postgres - before.postgres;
  return { seconds, cpuSeconds: used / 1000 };
}
