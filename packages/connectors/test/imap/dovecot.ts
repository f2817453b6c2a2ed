import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].find((path) => existsSync(path));

/** Why the tests of IMAP are left out on this machine, or null where they run. */
export const withoutDovecot = program
  ? null
  : "Dovecot is not installed: apt-get install --no-install-recommends dovecot-imapd";

export const PASSWORD = "secret";

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>;

/** Starts a mail server of this machine alone. Any name signs in, and gets a mailbox of its own. */
export async function startDovecot() {
  if (!program) throw new Error(String(withoutDovecot));
  const dir = mkdtempSync(join(tmpdir(), "besunny-dovecot-"));
  chmodSync(dir, 0o755);
  const port = await freePort();
  const config = join(dir, "dovecot.conf");
  for (const name of ["run", "log", "mail"]) mkdirSync(join(dir, name));
  const isRoot = process.getuid?.() === 0;
  const own = isRoot ? { user: "nobody", group: "nogroup" } : ownNames();
  if (isRoot) chownSync(join(dir, "mail"), idOf("-u", "nobody"), idOf("-g", "nobody"));
  writeFileSync(config, settings({ dir, port, ...own, isRoot }));
  const server = spawn(program, ["-F", "-c", config], { stdio: "ignore" });
  await untilOpen(port, server);
  return {
    port,
    mailDir: (user: string) => join(dir, "mail", user),
    async close() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const idOf = (flag: string, name: string) =>
  Number(execFileSync("id", [flag, name], { encoding: "utf8" }));

function ownNames() {
  const group = execFileSync("id", ["-gn"], { encoding: "utf8" }).trim();
  return { user: userInfo().username, group };
}

function settings(given: {
  dir: string;
  port: number;
  user: string;
  group: string;
  isRoot: boolean;
}) {
  const { dir, port, user, group } = given;
  return `
base_dir = ${dir}/run
log_path = ${dir}/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${dir}/mail/%u
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 100
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group = ${group}
namespace inbox {
  inbox = yes
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = create
  }
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${dir}/mail/%u
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("No port is free");
  return address.port;
}

async function untilOpen(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended with ${server.exitCode}`);
    if (await isOpen(port)) return;
    await sleep(25);
  }
  throw new Error("Dovecot did not start");
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
