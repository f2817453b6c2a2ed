import { queryOnce } from "@besunny/db/test/fresh-database";

/** Returns all that the database keeps, of all workspaces, as one text. Bytes are in it as hexadecimal digits. */
export async function everyText(): Promise<string> {
  const url = process.env.TEST_SUPERUSER_URL ?? "";
  const tables = await queryOnce<{ name: string }>(
    url,
    `select format('%I.%I', table_schema, table_name) as name
       from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    [],
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await queryOnce<{ row: string }>(url, `select t::text as row from ${name} t`, []);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
