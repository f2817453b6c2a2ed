import pg from "pg";

/** Returns the number of statements that `work` sends to PostgreSQL in this process, with begin and commit of transactions. */
export async function countStatements(work: () => unknown): Promise<number> {
  const { query } = pg.Client.prototype;
  let count = 0;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      count += 1;
      return Reflect.apply(query, this, given);
    },
  });
  try {
    await work();
    return count;
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
}
