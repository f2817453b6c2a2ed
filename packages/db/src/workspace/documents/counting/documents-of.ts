import type {
  ArgType,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
} from "@prisma/driver-adapter-utils";

import { Prisma, PrismaClient } from "../../../generated/client";

/**
 * Returns the statement that selects `id`, `type`, `status`, `language`, `folder` and `dated_on` of the documents of a `where`, to be used within
 * other statements. Prisma writes it, so that a filter has one meaning in lists and in counts. Nothing is asked of PostgreSQL here.
 */
export async function documentsOf(where: Prisma.DocumentWhereInput): Promise<Prisma.Sql> {
  const turn = lastTurn.then(() => written(where));
  lastTurn = turn.catch(() => undefined);
  return sqlOf(await turn);
}

/** The client has one place for what it wrote, so writers take turns. */
let lastTurn: Promise<unknown> = Promise.resolve();
let statements: SqlQuery[] = [];
let client: PrismaClient | undefined;

async function written(where: Prisma.DocumentWhereInput): Promise<SqlQuery> {
  client ??= new PrismaClient({ adapter: writing });
  statements = [];
  await client.document.findMany({ where, select: columns });
  const [statement, ...others] = statements;
  if (!statement || others.length > 0)
    throw new RangeError("The filter needs more than one statement");
  return statement;
}

const columns = {
  id: true,
  type: true,
  status: true,
  language: true,
  folder: true,
  datedOn: true,
} satisfies Prisma.DocumentSelect;

/** A driver that keeps statements and answers them with no rows. */
const writing: SqlDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "statements",
  connect: async () => driver,
};

const driver: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "statements",
  queryRaw: async (query) => {
    statements.push(query);
    return { columnNames: [], columnTypes: [], rows: [] };
  },
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: async () => undefined,
};

async function refuse(): Promise<never> {
  throw new TypeError("This client only writes statements of lists");
}

function sqlOf({ sql, args, argTypes }: SqlQuery): Prisma.Sql {
  const strings: string[] = [];
  const values: unknown[] = [];
  let from = 0;
  for (const place of sql.matchAll(/\$(\d+)/g)) {
    const at = Number(place[1]) - 1;
    strings.push(sql.slice(from, place.index));
    values.push(plainValue(args[at], argTypes[at]));
    from = place.index + place[0].length;
  }
  return Prisma.sql([...strings, sql.slice(from)], ...values);
}

/** PostgreSQL reads a day from a time too, but only without its zone. */
function plainValue(value: unknown, type: ArgType | undefined): unknown {
  return type?.dbType === "DATE" && typeof value === "string" ? value.slice(0, 10) : value;
}
