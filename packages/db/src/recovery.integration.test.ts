import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

import { fillWorkspace } from "../test/workspace-rows";
import { type Change, createChanges } from "./changes";
import { createDatabase } from "./database";
import { migrate } from "./migrate/migrate";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "./server/embedded-postgres";
import { ensureSecrets } from "./server/secrets";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Starts a server that only this test uses and may kill. */
async function aServer() {
  const dataDirectory = mkdtempSync(join(tmpdir(), "besunny-recovery-"));
  chmodSync(dataDirectory, 0o711);
  const { url: ownerUrl, superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
  const { postgresDirectory = "", ...secrets } = await ensureSecrets({ dataDirectory });
  closing.push(async () => {
    await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
    rmSync(postgresDirectory, { recursive: true, force: true });
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  const passwords = {
    app: secrets.appPassword,
    identity: secrets.identityPassword,
    platform: secrets.platformPassword,
    engine: secrets.enginePassword,
  };
  const migrationsDirectory = join(import.meta.dirname, "../prisma/migrations");
  const { roles } = await migrate({ ownerUrl, migrationsDirectory, passwords });
  return {
    superuserUrl,
    roles,
    kill() {
      const pidFile = readFileSync(join(postgresDirectory, "postmaster.pid"), "utf8");
      process.kill(Number.parseInt(pidFile, 10), "SIGKILL");
    },
    startAgain: () => startEmbeddedPostgres({ dataDirectory }),
  };
}

test("the pools and the listener come back by themselves after the server was killed and started again", async () => {
  const server = await aServer();
  const database = createDatabase(server.roles);
  const changes = createChanges(server.roles.app);
  closing.push(() => Promise.all([database.close(), changes.close()]));
  const workspaceId = await fillWorkspace(server.superuserUrl);
  const heard: Change[] = [];
  changes.onChange(workspaceId, (change) => void heard.push(change));
  const rename = () =>
    database.write({ workspaceId, principals: ["all"] }, ({ documents }) =>
      documents.update(workspaceId.replace("ws_", "doc_"), { title: "Renamed" }),
    );
  const links = () =>
    database.read({ workspaceId, principals: ["all"] }, ({ auditChain }) => auditChain.page(0, 1));
  const soon = { timeout: 30_000, interval: 100 };
  await vi.waitFor(() => expect(heard).toHaveLength(1), soon);
  await Promise.all([rename(), database.platform.ping(), database.identity.users.find("usr_none")]);
  expect(await links()).toHaveLength(1);

  server.kill();
  await vi.waitFor(() => expect(database.platform.ping()).rejects.toThrow(), soon);
  await server.startAgain();
  heard.splice(0);

  await vi.waitFor(() => expect(rename()).resolves.toBeDefined(), soon);
  await vi.waitFor(() => expect(database.platform.ping()).resolves.toBeUndefined(), soon);
  await vi.waitFor(() => expect(links()).resolves.toHaveLength(1), soon);
  await vi.waitFor(async () => {
    await rename();
    expect(heard.some(({ documents }) => documents.length > 0)).toBe(true);
  }, soon);
});
