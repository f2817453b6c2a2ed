import type pg from "pg";

import type { Registered } from "../src/rows/statement";

type Described = { name: string; type: string; isNotNull: boolean | null };

/**
 * Compares a statement with what PostgreSQL says of it, without running it. Returns a sentence for each difference in names,
 * types and nullability. Nullability is known for columns that come from a table as they are.
 */
export async function differences(client: pg.Client, { text, shape }: Registered) {
  const described = await describe(client, text).catch((error: unknown) => String(error));
  const about = (sentence: string) => `${sentence}\n    in: ${text.trim().slice(0, 300)}`;
  if (typeof described === "string") return [about(described)];
  if (!shape) return [];
  const found: string[] = [];
  for (const { name, type, isNotNull } of described) {
    const declared = shape[name];
    if (!declared) found.push(about(`"${name}" is returned and not declared`));
    else if (!declared.types.includes(type))
      found.push(about(`"${name}" is ${type}, declared ${declared.types.join(" or ")}`));
    else if (isNotNull === false && !declared.isNullable && !declared.isAssured)
      found.push(about(`"${name}" may be null and is declared as if it could not`));
  }
  const returned = new Set(described.map(({ name }) => name));
  for (const name of Object.keys(shape))
    if (!returned.has(name)) found.push(about(`"${name}" is declared and not returned`));
  return found;
}

type Field = { name: string; tableID: number; columnID: number; dataTypeID: number };

/** Parse and Describe of the wire protocol: PostgreSQL plans nothing and runs nothing. */
async function describe(client: pg.Client, text: string): Promise<Described[]> {
  const fields = await new Promise<Field[]>((resolve, reject) => {
    let known: Field[] = [];
    const query = {
      submit(connection: pg.Connection) {
        connection.parse({ name: "", text, types: [] }, false);
        connection.describe({ type: "S", name: "" }, false);
        connection.sync();
      },
      handleRowDescription: (message: { fields: Field[] }) => {
        known = message.fields;
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(known),
    };
    client.query(query);
  });
  const columns: Described[] = [];
  for (const field of fields) columns.push(await described(client, field));
  return columns;
}

async function described(client: pg.Client, field: Field): Promise<Described> {
  const { rows } = await client.query<{ type: string; is_not_null: boolean | null }>(
    `select format_type($1, null) as type,
            (select attnotnull from pg_attribute where attrelid = $2 and attnum = $3) as is_not_null`,
    [field.dataTypeID, field.tableID, field.columnID],
  );
  return { name: field.name, type: rows[0]?.type ?? "", isNotNull: rows[0]?.is_not_null ?? null };
}
