// Prisma's CLI downloads its schema engine; npm has the WebAssembly build of the same engine. This file works around five faults of
// adapter-pg in migrations. It uses inner members of the adapter, so the versions are pinned.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const noFilters = { externalTables: [], externalEnums: [] };
const internalCharOid = 18;
const textOid = 25;

type Inner = SqlDriverAdapter & {
  client: pg.Pool;
  performIO(query: SqlQuery): Promise<pg.QueryArrayResult>;
  onError(error: unknown): never;
};

/** Opens Prisma's schema engine on a database, with a schema file and the folder of its migrations. */
export async function openSchemaEngine(database: string, schemaPath: string, migrations: string) {
  await loadEngine();
  const schema = { files: [{ path: schemaPath, content: readFileSync(schemaPath, "utf8") }] };
  const opened: SqlDriverAdapter[] = [];
  const prisma = await engine.SchemaEngine.new(
    { datamodels: schema.files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(migratingAdapter(database, opened)),
  );
  const migrationsList = listMigrations(migrations);

  return {
    /** Applies the missing migrations as `prisma migrate deploy` does. Returns their names. */
    deploy: async () =>
      (await prisma.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames,

    /** Returns Prisma's diagnosis of the history in the database. */
    diagnose: () =>
      prisma.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: true,
        filters: noFilters,
      }),

    /** Returns the SQL that would turn the migrations into the schema; empty if they agree. */
    drift: async () => {
      const { exitCode, stdout } = await prisma.diff({
        from: { tag: "migrations", ...migrationsList },
        to: { tag: "schemaDatamodel", ...schema },
        script: true,
        exitCode: true,
        filters: noFilters,
      });
      return exitCode === 0 ? "" : (stdout ?? "");
    },

    /** Closes the connections and so releases Prisma's lock. */
    close: () => Promise.all(opened.map((adapter) => adapter.dispose())),
  };
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve(
      "@prisma/schema-engine-wasm/schema_engine_bg",
    );
    const panics = { set_message: (message: string) => console.error("schema engine:", message) };
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
    const { instance } = await WebAssembly.instantiate(
      readFileSync(join(dirname(entry), "schema_engine_bg.wasm")),
      asImports({ "./schema_engine_bg.js": engine }),
    );
    startEngine(instance.exports);
  })();
  return loading;
}

/** The engine imports wasm-bindgen's glue module, whose type TypeScript does not know. */
function asImports(imports: object): WebAssembly.Imports {
  return imports as WebAssembly.Imports;
}

/** Both functions exist in the package's JavaScript, but not in its types. */
function startEngine(exports: WebAssembly.Exports): void {
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm(exports: object): void };
  __wbg_set_wasm(exports);
  const { __wbindgen_start } = exports as unknown as { __wbindgen_start(): void };
  __wbindgen_start();
}

function migratingAdapter(database: string, opened: SqlDriverAdapter[]) {
  return {
    provider: "postgres" as const,
    adapterName: "@prisma/adapter-pg",
    connect: async () => {
      const adapter = await connect(database);
      opened.push(adapter);
      return adapter;
    },
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await runOnce(database, `create database "${name}"`);
      const url = new URL(database);
      url.pathname = `/${name}`;
      const adapter = await connect(url.toString());
      const close = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await close();
        await runOnce(database, `drop database if exists "${name}" with (force)`);
      };
      return adapter;
    },
  };
}

async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString, max: 2 }).connect();
  return mended(adapter as unknown as Inner);
}

/** Shows the catalogue's one-byte "char" to the engine as a character, and runs a script in one query instead of cutting it at each ";". */
function mended(adapter: Inner): SqlDriverAdapter {
  const characters = new WeakMap<SqlQuery, number[]>();
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);

  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const columns = result.fields.flatMap((field, index) =>
      field.dataTypeID === internalCharOid ? [index] : [],
    );
    for (const column of columns)
      Object.assign(result.fields[column] ?? {}, { dataTypeID: textOid });
    characters.set(query, columns);
    return result;
  };
  adapter.queryRaw = async (query): Promise<SqlResultSet> => {
    const rows = await queryRaw(query);
    for (const column of characters.get(query) ?? [])
      rows.columnTypes[column] = ColumnTypeEnum.Character;
    return rows;
  };
  adapter.executeScript = async (sql) => {
    await adapter.client.query(sql).catch((error: unknown) => adapter.onError(error));
  };
  return adapter;
}

async function runOnce(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function listMigrations(baseDir: string) {
  const lock = join(baseDir, "migration_lock.toml");
  const folders = readdirSync(baseDir, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lock) ? readFileSync(lock, "utf8") : 'provider = "postgresql"\n',
    },
    shadowDbInitScript: "",
    migrationDirectories: folders
      .map(({ name }) => name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: readFileSync(join(baseDir, path, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}
