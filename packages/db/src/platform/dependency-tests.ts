import type { PlatformTx } from "./platform-tx";

/** The outcome of a test of a dependency; the time that it took is in milliseconds. */
export type StoredTest = {
  name: string;
  testedAt: Date;
  isOk: boolean;
  tookMs: number;
  finding: string | null;
  problem: string | null;
};

/** Keeps the last test of each dependency of the installation. */
export function dependencyTestRepository(tx: PlatformTx) {
  return {
    /** Returns the last tests, with the time at which each dependency passed one last. */
    list: (): Promise<(StoredTest & { succeededAt: Date | null })[]> =>
      tx.dependencyTest.findMany({ orderBy: { name: "asc" } }),

    /** Writes a test in the place of the one before. */
    record: async ({ name, ...test }: StoredTest): Promise<void> => {
      const found = { ...test, ...(test.isOk && { succeededAt: test.testedAt }) };
      await tx.dependencyTest.upsert({
        where: { name },
        create: { name, ...found },
        update: found,
      });
    },
  };
}
